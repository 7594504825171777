<?xml version="1.0" encoding="UTF-8"?>
<!-- The pages of the printed volume. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:tei="http://www.tei-c.org/ns/1.0" xmlns:e="urn:engross"
    exclude-result-prefixes="#all">

  <!-- The page breaks of a document, in order. -->
  <xsl:function name="e:pages" as="element(tei:pb)*">
    <xsl:param name="tei" as="element(tei:TEI)"/>
    <xsl:sequence select="$tei/tei:text//tei:pb"/>
  </xsl:function>

  <!-- The label of a page: `Page 128`. -->
  <xsl:function name="e:page-label" as="xs:string">
    <xsl:param name="page" as="element(tei:pb)"/>
    <xsl:sequence select="e:label('page', string($page/@n))"/>
  </xsl:function>

  <!-- The address of the picture of a page, if it has one. -->
  <xsl:function name="e:facsimile" as="xs:string?">
    <xsl:param name="page" as="element(tei:pb)"/>
    <xsl:sequence select="e:web-address($page/@facs)"/>
  </xsl:function>
</xsl:stylesheet>
