<?xml version="1.0" encoding="UTF-8"?>
<!-- For editors: what the encoding leaves open. Not part of a public site. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:e="urn:engross"
    xmlns="http://www.w3.org/1999/xhtml" exclude-result-prefixes="#all">

  <xsl:mode name="editors" on-no-match="fail"/>

  <!-- More open questions than this have a page for each kind. -->
  <xsl:variable name="e:few-questions" as="xs:integer" static="yes" select="150"/>

  <xsl:template match="catalogue" mode="editors" as="empty-sequence()">
    <xsl:variable name="open" as="element(open)*" select="entry/open"/>
    <xsl:variable name="many" as="xs:boolean" select="count($open) gt $e:few-questions"/>
    <xsl:call-template name="e:write">
      <xsl:with-param name="address" select="'lists/editors.html'"/>
      <xsl:with-param name="title" select="e:label('editors')"/>
      <xsl:with-param name="content">
        <p class="lead">{e:label('about-editors')}</p>
        <xsl:if test="empty($open)">
          <p>{e:label('none')}</p>
        </xsl:if>
        <xsl:for-each-group select="$open" group-by="@kind">
          <xsl:sort select="current-grouping-key()"/>
          <xsl:choose>
            <xsl:when test="$many">
              <p>
                <a href="editors/{current-grouping-key()}.html">{e:label('open-' || current-grouping-key())}</a>
                <span class="count">{count(current-group())}</span>
              </p>
            </xsl:when>
            <xsl:otherwise>
              <h2>{e:label('open-' || current-grouping-key())}<span class="count">{count(current-group())}</span></h2>
              <xsl:sequence select="e:questions(e:grouped(current-group()), '../')"/>
            </xsl:otherwise>
          </xsl:choose>
        </xsl:for-each-group>
      </xsl:with-param>
    </xsl:call-template>
    <xsl:for-each-group select="$open[$many]" group-by="@kind">
      <xsl:call-template name="e:write-leaves">
        <xsl:with-param name="address" select="'lists/editors/' || current-grouping-key() || '.html'"/>
        <xsl:with-param name="title" select="e:label('open-' || current-grouping-key())"/>
        <xsl:with-param name="items" select="e:grouped(current-group())"/>
        <xsl:with-param name="render" select="e:questions#2"/>
      </xsl:call-template>
    </xsl:for-each-group>
  </xsl:template>

  <!-- Questions with the same words one after the other. -->
  <xsl:function name="e:grouped" as="element(open)*">
    <xsl:param name="open" as="element(open)*"/>
    <xsl:sequence select="sort($open, $e:sorting, string#1)"/>
  </xsl:function>

  <xsl:function name="e:questions" as="element()?">
    <xsl:param name="open" as="element(open)*"/>
    <xsl:param name="root" as="xs:string"/>
    <xsl:where-populated>
      <ul class="entries plain" role="list">
        <xsl:for-each-group select="$open" group-by="string(.)">
          <li>
            <bdi>{.}</bdi>
            <span class="about">
              <xsl:sequence select="e:links-into(current-group(), $root)"/>
            </span>
          </li>
        </xsl:for-each-group>
      </ul>
    </xsl:where-populated>
  </xsl:function>
</xsl:stylesheet>
