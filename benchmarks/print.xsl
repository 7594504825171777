<?xml version="1.0" encoding="UTF-8"?>
<!-- The text of a TEI document for other typesetters, as plain as they can have it: heading, paragraphs, items, notes at
     the foot of the page. `form` is “html” for WeasyPrint (CSS footnotes) or “fo” for Apache FOP. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:tei="http://www.tei-c.org/ns/1.0" xmlns:fo="http://www.w3.org/1999/XSL/Format" exclude-result-prefixes="#all">
  <xsl:param name="form" as="xs:string" select="'html'"/>
  <xsl:output method="xml" encoding="UTF-8" omit-xml-declaration="yes"/>

  <xsl:template match="/">
    <xsl:apply-templates select="tei:TEI/tei:text/tei:body/*"/>
  </xsl:template>

  <xsl:template match="tei:head | tei:p | tei:item | tei:label | tei:addrLine | tei:dateline | tei:salute | tei:signed">
    <xsl:choose>
      <xsl:when test="$form = 'fo'">
        <fo:block space-after="5pt" text-align="justify">
          <xsl:if test="self::tei:head">
            <xsl:attribute name="font-size">12pt</xsl:attribute>
            <xsl:attribute name="font-weight">bold</xsl:attribute>
            <xsl:attribute name="keep-with-next">always</xsl:attribute>
          </xsl:if>
          <xsl:apply-templates/>
        </fo:block>
      </xsl:when>
      <xsl:otherwise>
        <xsl:element name="{if (self::tei:head) then 'h1' else 'p'}">
          <xsl:apply-templates/>
        </xsl:element>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Between blocks, a note needs one of its own. -->
  <xsl:template match="(tei:div | tei:list | tei:opener | tei:closer)/tei:note[$form = 'fo']" priority="1">
    <fo:block><xsl:next-match/></fo:block>
  </xsl:template>
  <xsl:template match="tei:note">
    <xsl:choose>
      <xsl:when test="$form = 'fo'">
        <fo:footnote>
          <fo:inline font-size="7pt" baseline-shift="super"><xsl:value-of select="@n"/></fo:inline>
          <fo:footnote-body>
            <fo:block font-size="8.6pt"><xsl:value-of select="@n, normalize-space()"/></fo:block>
          </fo:footnote-body>
        </fo:footnote>
      </xsl:when>
      <xsl:otherwise>
        <span class="note"><xsl:value-of select="normalize-space()"/></span>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
