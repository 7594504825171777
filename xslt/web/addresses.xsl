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

  <!-- A date stands on the page of its month, a year alone on that of the year. -->
  <xsl:function name="e:date-page" as="xs:string?">
    <xsl:param name="when" as="xs:string?"/>
    <xsl:variable name="form" as="xs:string" select="translate($when, '123456789', '000000000')"/>
    <xsl:sequence select="
        if ($form = ('0000-00-00', '0000-00', '0000'))
        then e:span-page(substring($when, 1, 7)) || '#' || e:date-id($when)
        else ()"/>
  </xsl:function>

  <!-- The page of a month or a year. -->
  <xsl:function name="e:span-page" as="xs:string">
    <xsl:param name="span" as="xs:string"/>
    <xsl:sequence select="'dates/' || $span || '.html'"/>
  </xsl:function>

  <xsl:function name="e:date-id" as="xs:string">
    <xsl:param name="when" as="xs:string"/>
    <xsl:sequence select="'on:' || $when"/>
  </xsl:function>

  <!-- The part of an id that stands for a place or an abbreviation of the text: its letters and digits. -->
  <xsl:function name="e:name-id" as="xs:string">
    <xsl:param name="name" as="xs:string"/>
    <xsl:sequence select="
        if (translate($name, $e:alphabet, '') eq '' and not(contains('-' || $name || '-', '--'))) then $name
        else replace(replace($name, '[^\p{L}\p{N}]+', '-'), '^-|-$', '')"/>
  </xsl:function>

  <xsl:variable name="e:alphabet" as="xs:string" static="yes"
      select="'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-'"/>

  <!-- A place is known by its name, whatever its capitals: names of files may not differ by them alone. -->
  <xsl:function name="e:place-id" as="xs:string">
    <xsl:param name="name" as="xs:string"/>
    <xsl:sequence select="(lower-case(substring(e:name-id($name), 1, 80))[.], '-')[1]"/>
  </xsl:function>

  <xsl:function name="e:place-page" as="xs:string">
    <xsl:param name="id" as="xs:string"/>
    <xsl:sequence select="'places/' || encode-for-uri($id) || '.html'"/>
  </xsl:function>

  <!-- An abbreviation is known by its entry in the edition's list. -->
  <xsl:function name="e:term-id" as="xs:string">
    <xsl:param name="target" as="xs:string"/>
    <xsl:sequence select="(e:name-id(translate($target, '#_', '--') ! (if (starts-with(., '-')) then substring(., 2) else .))[.], '-')[1]"/>
  </xsl:function>

  <xsl:function name="e:term-page" as="xs:string">
    <xsl:param name="id" as="xs:string"/>
    <xsl:sequence select="'abbreviations/' || encode-for-uri($id) || '.html'"/>
  </xsl:function>

  <!-- A list that is too long for one page goes on in a folder named as its first page. -->
  <xsl:function name="e:leaf" as="xs:string">
    <xsl:param name="address" as="xs:string"/>
    <xsl:param name="number" as="xs:integer"/>
    <xsl:sequence select="if ($number eq 1) then $address else substring($address, 1, string-length($address) - 5) || '/' || $number || '.html'"/>
  </xsl:function>

  <xsl:function name="e:paragraph-id" as="xs:string">
    <xsl:param name="paragraph" as="element(tei:p)"/>
    <xsl:sequence select="'p:' || $e:paragraphs(generate-id($paragraph))"/>
  </xsl:function>

  <!-- The numbers of the paragraphs, counted through the text and its notes. -->
  <xsl:variable name="e:paragraphs" as="map(*)">
    <xsl:map>
      <xsl:for-each select="/tei:TEI/tei:text//tei:p">
        <xsl:map-entry key="generate-id()" select="position()"/>
      </xsl:for-each>
    </xsl:map>
  </xsl:variable>
</xsl:stylesheet>
