<?xml version="1.0" encoding="UTF-8"?>
<!-- Where things are in the site. Every address is made of an id of the TEI; a colon marks what is made here. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:tei="http://www.tei-c.org/ns/1.0" xmlns:e="urn:engross"
    xmlns="http://www.w3.org/1999/xhtml" exclude-result-prefixes="#all">

  <xsl:function name="e:document-page" as="xs:string">
    <xsl:param name="id" as="xs:string"/>
    <xsl:sequence select="encode-for-uri($id) || '.html'"/>
  </xsl:function>

  <xsl:function name="e:person-page" as="xs:string">
    <xsl:param name="id" as="xs:string"/>
    <xsl:sequence select="'people/' || encode-for-uri($id) || '.html'"/>
  </xsl:function>

  <!-- A date stands on the page of its year. -->
  <xsl:function name="e:date-page" as="xs:string?">
    <xsl:param name="when" as="xs:string?"/>
    <xsl:sequence select="
        $when[string-length(.) = (4, 7, 10)][substring(., 1, 4) castable as xs:gYear] ! ('lists/year-' || substring(., 1, 4) || '.html#' || e:date-id(.))"/>
  </xsl:function>

  <xsl:function name="e:date-id" as="xs:string">
    <xsl:param name="when" as="xs:string"/>
    <xsl:sequence select="'on:' || $when"/>
  </xsl:function>

  <!-- The part of an id that stands for a place or an abbreviation of the text: its letters and digits. -->
  <xsl:function name="e:name-id" as="xs:string">
    <xsl:param name="name" as="xs:string"/>
    <xsl:sequence select="replace(replace($name, '[^\p{L}\p{N}]+', '-'), '^-|-$', '')"/>
  </xsl:function>

  <xsl:function name="e:place-id" as="xs:string">
    <xsl:param name="name" as="xs:string"/>
    <xsl:sequence select="'place:' || e:name-id($name)"/>
  </xsl:function>

  <!-- An abbreviation is known by its entry in the edition's list. -->
  <xsl:function name="e:term-id" as="xs:string">
    <xsl:param name="target" as="xs:string"/>
    <xsl:sequence select="'term:' || e:name-id($target)"/>
  </xsl:function>

  <xsl:function name="e:paragraph-id" as="xs:string">
    <xsl:param name="paragraph" as="element(tei:p)"/>
    <xsl:sequence select="'p:' || $paragraph/accumulator-before('e:paragraph')"/>
  </xsl:function>
</xsl:stylesheet>
