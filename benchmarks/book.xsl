<?xml version="1.0" encoding="UTF-8"?>
<!-- TEI documents as one book of XSL-FO, as plain as can be. In: TEI elements below one other. Out: XSL-FO. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:fo="http://www.w3.org/1999/XSL/Format" exclude-result-prefixes="tei">

  <xsl:template match="/">
    <fo:root font-family="serif" font-size="10pt">
      <fo:layout-master-set>
        <fo:simple-page-master master-name="page" page-width="170mm" page-height="240mm" margin="20mm">
          <fo:region-body/>
        </fo:simple-page-master>
      </fo:layout-master-set>
      <xsl:for-each select="*/tei:TEI">
        <fo:page-sequence master-reference="page">
          <fo:flow flow-name="xsl-region-body">
            <xsl:apply-templates select="tei:text/tei:body/tei:div/*"/>
          </fo:flow>
        </fo:page-sequence>
      </xsl:for-each>
    </fo:root>
  </xsl:template>

  <xsl:template match="tei:head">
    <fo:block font-weight="bold" space-after="6pt"><xsl:apply-templates/></fo:block>
  </xsl:template>

  <xsl:template match="tei:p|tei:dateline|tei:salute|tei:signed|tei:item|tei:label|tei:trailer">
    <fo:block space-after="4pt"><xsl:apply-templates/></fo:block>
  </xsl:template>

  <xsl:template match="tei:note/tei:p"><xsl:apply-templates/></xsl:template>

  <xsl:template match="tei:div/tei:note">
    <fo:block font-size="8pt"><xsl:apply-templates/></fo:block>
  </xsl:template>

  <xsl:template match="tei:note">
    <fo:footnote>
      <fo:inline font-size="7pt" baseline-shift="super"><xsl:value-of select="@n"/></fo:inline>
      <fo:footnote-body>
        <fo:block font-size="8pt"><xsl:value-of select="@n"/>. <xsl:apply-templates/></fo:block>
      </fo:footnote-body>
    </fo:footnote>
  </xsl:template>
</xsl:stylesheet>
