<?xml version="1.0" encoding="UTF-8"?>
<!-- For editors: what the encoding leaves open. Not part of a public site. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:e="urn:engross"
    xmlns="http://www.w3.org/1999/xhtml" exclude-result-prefixes="#all">

  <xsl:mode name="editors" on-no-match="fail"/>

  <xsl:template match="catalogue" mode="editors" as="empty-sequence()">
    <xsl:variable name="open" as="element(open)*" select="entry/open"/>
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
          <h2>{e:label('open-' || current-grouping-key())}<span class="count">{count(current-group())}</span></h2>
          <ul class="entries plain" role="list">
            <xsl:for-each-group select="current-group()" group-by="string(.)">
              <xsl:sort select="current-grouping-key()" collation="{$e:sorting}"/>
              <li>
                <bdi>{.}</bdi>
                <span class="about">
                  <xsl:sequence select="e:links-into(current-group())"/>
                </span>
              </li>
            </xsl:for-each-group>
          </ul>
        </xsl:for-each-group>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>
</xsl:stylesheet>
