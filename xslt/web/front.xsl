<?xml version="1.0" encoding="UTF-8"?>
<!-- The front page, the list of documents and the page for an address that is not there. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:e="urn:engross"
    xmlns="http://www.w3.org/1999/xhtml" exclude-result-prefixes="#all">

  <!-- Up to this many documents stand on the front page itself. -->
  <xsl:variable name="e:few" as="xs:integer" static="yes" select="40"/>

  <xsl:mode name="front" on-no-match="fail"/>

  <xsl:template match="catalogue" mode="front" as="empty-sequence()">
    <xsl:variable name="entries" as="element(entry)*" select="entry"/>
    <xsl:call-template name="e:write">
      <xsl:with-param name="address" select="'index.html'"/>
      <xsl:with-param name="title" select="($edition[.], e:label('edition'))[1]"/>
      <xsl:with-param name="kind" select="'front'"/>
      <xsl:with-param name="content">
        <p class="lead">{e:summary(.)}</p>
        <xsl:choose>
          <xsl:when test="count($entries) le $e:few">
            <xsl:sequence select="e:by-volume($entries, '')"/>
          </xsl:when>
          <xsl:otherwise>
            <xsl:apply-templates select="." mode="volumes"/>
          </xsl:otherwise>
        </xsl:choose>
        <h2>{e:label('ways-in')}</h2>
        <ul class="entries plain ways" role="list">
          <xsl:for-each select="'documents', 'by-date', 'people', 'places', 'abbreviations', 'sources', 'timeline', 'network',
              'search', 'editors'[not($public)]">
            <li>
              <a href="lists/{.}.html">{e:label(.)}</a>
              <span class="about">{e:label('about-' || .)}</span>
            </li>
          </xsl:for-each>
        </ul>
      </xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="e:write-leaves">
      <xsl:with-param name="address" select="'lists/documents.html'"/>
      <xsl:with-param name="title" select="e:label('documents')"/>
      <xsl:with-param name="items" select="$entries"/>
      <xsl:with-param name="lead">
        <p class="quiet">
          <a href="by-date.html">{e:label('by-date')}</a>
        </p>
      </xsl:with-param>
      <xsl:with-param name="render" select="e:by-volume#2"/>
      <xsl:with-param name="named" select="e:numbers#1"/>
    </xsl:call-template>
    <xsl:call-template name="e:write">
      <xsl:with-param name="address" select="'404.html'"/>
      <xsl:with-param name="title" select="e:label('not-found')"/>
      <!-- a server shows this page at any address: only whole addresses lead from there -->
      <xsl:with-param name="root" select="$site"/>
      <xsl:with-param name="content">
        <p>{e:label('about-not-found')}</p>
        <p>
          <a href="{$site}index.html">{($edition[.], e:label('edition'))[1]}</a>
        </p>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- How much there is, and from which years. -->
  <xsl:function name="e:summary" as="xs:string">
    <xsl:param name="catalogue" as="element(catalogue)"/>
    <xsl:variable name="years" as="xs:string*" select="sort(distinct-values($catalogue/entry/@date[. ne ''] ! substring(., 1, 4)))"/>
    <xsl:variable name="people" as="xs:integer" select="count(distinct-values($catalogue/entry/person/@id))"/>
    <xsl:sequence select="
        string-join((
          e:counted('documents', count($catalogue/entry)),
          if (count($years) gt 1) then $years[1] || '–' || $years[last()] else $years,
          e:counted('people', $people)[$people gt 0]), ' · ')"/>
  </xsl:function>

  <!-- `3 documents`. -->
  <xsl:function name="e:counted" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="count" as="xs:integer"/>
    <xsl:sequence select="e:label((if ($count eq 1) then 'one-of-' else 'count-of-') || $key, string($count))"/>
  </xsl:function>

  <xsl:template match="catalogue" mode="volumes" as="element()*">
    <h2>{e:label('volumes')}</h2>
    <ol class="entries plain" role="list">
      <xsl:for-each-group select="entry" group-by="@volume">
        <li>
          <a href="{e:leaf('lists/documents.html', count(preceding-sibling::entry) idiv $leaf-size + 1)}#{'at:' || @id}">
            <cite>{(current-grouping-key()[.], e:label('edition'))[1]}</cite>
          </a>
          <span class="about">{e:counted('documents', count(current-group()))}</span>
        </li>
      </xsl:for-each-group>
    </ol>
  </xsl:template>
</xsl:stylesheet>
