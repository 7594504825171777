<?xml version="1.0" encoding="UTF-8"?>
<!-- The index of people and a page for each: who, offices, letters, every mention in its sentence. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:e="urn:engross"
    xmlns="http://www.w3.org/1999/xhtml" exclude-result-prefixes="#all">

  <xsl:key name="e:person" match="person" use="@id"/>
  <xsl:key name="e:mention" match="mention" use="@person"/>
  <xsl:key name="e:correspondent" match="correspondent[@person ne '']" use="@person"/>

  <xsl:mode name="people" on-no-match="fail"/>

  <xsl:template match="catalogue" mode="people" as="empty-sequence()">
    <xsl:variable name="people" as="element(person)*" select="entry/person[. is key('e:person', @id)[1]]"/>
    <xsl:call-template name="e:write">
      <xsl:with-param name="address" select="'lists/people.html'"/>
      <xsl:with-param name="title" select="e:label('people')"/>
      <xsl:with-param name="content">
        <ul class="entries plain" role="list">
          <xsl:for-each select="$people">
            <xsl:sort select="@name" collation="{$e:sorting}"/>
            <xsl:sort select="@id"/>
            <li>
              <a href="../{e:person-page(@id)}">{@name}</a>
              <span class="count">{count(key('e:mention', @id))}</span>
              <xsl:for-each select="fact[1]">
                <span class="about">{.}</span>
              </xsl:for-each>
            </li>
          </xsl:for-each>
        </ul>
        <xsl:if test="empty($people)">
          <p>{e:label('none')}</p>
        </xsl:if>
      </xsl:with-param>
    </xsl:call-template>
    <xsl:apply-templates select="$people" mode="people"/>
  </xsl:template>

  <!-- This many mentions make a page, so that none is heavy: the first is the person's, others lie in a folder of it. -->
  <xsl:variable name="e:mentions-a-page" as="xs:integer" static="yes" select="250"/>

  <xsl:template match="person" mode="people" as="empty-sequence()">
    <xsl:variable name="person" as="element(person)" select="."/>
    <xsl:variable name="mentions" as="element(mention)*" select="key('e:mention', @id)"/>
    <xsl:variable name="last" as="xs:integer" select="max((1, (count($mentions) - 1) idiv $e:mentions-a-page + 1))"/>
    <xsl:for-each select="1 to $last">
      <xsl:variable name="address" as="xs:string" select="e:mentions-page($person/@id, .)"/>
      <xsl:call-template name="e:write">
        <xsl:with-param name="address" select="$address"/>
        <xsl:with-param name="title" select="string($person/@name)"/>
        <xsl:with-param name="kind" select="'person'"/>
        <xsl:with-param name="content">
          <xsl:if test=". eq 1">
            <xsl:sequence select="e:about($person)"/>
          </xsl:if>
          <h2>{e:counted('mentions', count($mentions))}</h2>
          <xsl:sequence select="
              e:mentions-of(subsequence($mentions, (. - 1) * $e:mentions-a-page + 1, $e:mentions-a-page), e:root($address)),
              e:mentions-pages($person/@id, ., $last)"/>
        </xsl:with-param>
      </xsl:call-template>
    </xsl:for-each>
  </xsl:template>

  <xsl:function name="e:mentions-page" as="xs:string">
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="page" as="xs:integer"/>
    <xsl:sequence select="if ($page eq 1) then e:person-page($id) else 'people/' || encode-for-uri($id) || '/' || $page || '.html'"/>
  </xsl:function>

  <!-- Links to the other pages of mentions. -->
  <xsl:function name="e:mentions-pages" as="element()?">
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="here" as="xs:integer"/>
    <xsl:param name="last" as="xs:integer"/>
    <xsl:if test="$last gt 1">
      <nav class="letters" aria-label="{e:label('mentions')}">
        <xsl:for-each select="1 to $last">
          <a href="{e:root(e:mentions-page($id, $here))}{e:mentions-page($id, .)}">
            <xsl:if test=". eq $here">
              <xsl:attribute name="aria-current" select="'page'"/>
            </xsl:if>
            <xsl:value-of select="."/>
          </a>
        </xsl:for-each>
      </nav>
    </xsl:if>
  </xsl:function>

  <!-- Who it is, and the letters. -->
  <xsl:function name="e:about" as="element()*">
    <xsl:param name="person" as="element(person)"/>
    <xsl:for-each select="distinct-values(key('e:person', $person/@id, root($person))/fact ! string(.))">
      <p class="lead">{.}</p>
    </xsl:for-each>
    <xsl:sequence select="('sent', 'received') ! e:letters(root($person)/catalogue, $person/@id, .)"/>
  </xsl:function>

  <!-- Mentions by their documents. -->
  <xsl:function name="e:mentions-of" as="element()">
    <xsl:param name="mentions" as="element(mention)*"/>
    <xsl:param name="root" as="xs:string"/>
    <ul class="entries" role="list">
      <xsl:for-each-group select="$mentions" group-adjacent="string(../@id)">
        <li>
          <xsl:sequence select="e:entry(.., $root)/node()"/>
          <ul class="mentions" role="list">
            <xsl:apply-templates select="current-group()" mode="people">
              <xsl:with-param name="root" select="$root"/>
            </xsl:apply-templates>
          </ul>
        </li>
      </xsl:for-each-group>
    </ul>
  </xsl:function>

  <!-- What a person sent or received, each with the other side. -->
  <xsl:function name="e:letters" as="element()*">
    <xsl:param name="catalogue" as="element(catalogue)"/>
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="type" as="xs:string"/>
    <xsl:variable name="letters" as="element(entry)*" select="key('e:correspondent', $id, $catalogue)[@type = $type]/.."/>
    <xsl:if test="exists($letters)">
      <h2>{e:label($type || '-by')}</h2>
      <ul class="entries" role="list">
        <xsl:sequence select="$letters ! e:entry(., '../')"/>
      </ul>
    </xsl:if>
  </xsl:function>

  <!-- The sentence; the name in it leads to its place. -->
  <xsl:template match="mention" mode="people" as="element()">
    <xsl:param name="root" as="xs:string"/>
    <li>
      <xsl:value-of select="b/preceding-sibling::node()"/>
      <a href="{e:place-in(.., @at, $root)}">{b}</a>
      <xsl:value-of select="b/following-sibling::node()"/>
    </li>
  </xsl:template>
</xsl:stylesheet>
