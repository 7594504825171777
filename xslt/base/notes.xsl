<?xml version="1.0" encoding="UTF-8"?>
<!-- Notes stand where they are called. A medium prints the call in the mode `text`, the body where it likes. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:tei="http://www.tei-c.org/ns/1.0" xmlns:e="urn:engross"
    exclude-result-prefixes="#all">

  <!-- The notes of the text of a document, in the order of their calls; those without one come where they stand. -->
  <xsl:function name="e:notes" as="element(tei:note)*">
    <xsl:param name="tei" as="element(tei:TEI)"/>
    <xsl:sequence select="$tei/tei:text//tei:note"/>
  </xsl:function>

  <!-- What print calls a note by: `2`, `*`. -->
  <xsl:function name="e:note-mark" as="xs:string">
    <xsl:param name="note" as="element(tei:note)"/>
    <xsl:sequence select="string($note/@n)"/>
  </xsl:function>

  <!-- Whether the text has the place where a note is called. -->
  <xsl:function name="e:is-anchored" as="xs:boolean">
    <xsl:param name="note" as="element(tei:note)"/>
    <xsl:sequence select="not($note/@anchored = 'false')"/>
  </xsl:function>
</xsl:stylesheet>
