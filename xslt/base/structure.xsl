<?xml version="1.0" encoding="UTF-8"?>
<!-- The elements that only hold others. What a heading or a paragraph looks like is the medium's own. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:tei="http://www.tei-c.org/ns/1.0" xmlns:e="urn:engross"
    exclude-result-prefixes="#all">

  <xsl:template match="tei:text | tei:body" mode="text">
    <xsl:apply-templates mode="#current"/>
  </xsl:template>

  <!-- Between the elements of these there is only the indentation of the file. -->
  <xsl:template mode="text plain" as="text()*"
      match="(tei:text | tei:body | tei:div | tei:opener | tei:closer | tei:list | tei:postscript | tei:address
        | tei:listPerson | tei:person | tei:table | tei:row | tei:figure | tei:choice)/text()[not(normalize-space(.))]"/>

  <xsl:template match="comment() | processing-instruction()" mode="text plain"/>

  <!-- Whether an element holds blocks, so that a paragraph of the medium cannot hold it. -->
  <xsl:function name="e:has-blocks" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element/(tei:p | tei:list | tei:quote | tei:table | tei:listPerson))"/>
  </xsl:function>
</xsl:stylesheet>
