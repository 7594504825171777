<?xml version="1.0" encoding="UTF-8"?>
<!-- What an editor's hand adds, and how words look: shown with the signs that the style sheet gives them. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:tei="http://www.tei-c.org/ns/1.0" xmlns:e="urn:engross"
    xmlns="http://www.w3.org/1999/xhtml" exclude-result-prefixes="#all">

  <xsl:template mode="text"
      match="tei:choice | tei:sic | tei:corr | tei:orig | tei:reg | tei:abbr | tei:expan | tei:supplied | tei:unclear">
    <span class="{local-name()}">
      <xsl:apply-templates select="@cert" mode="said"/>
      <xsl:apply-templates mode="#current"/>
    </span>
  </xsl:template>

  <xsl:template match="tei:add | tei:del" mode="text">
    <xsl:element name="{if (self::tei:add) then 'ins' else 'del'}">
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="tei:gap" mode="text">
    <span class="gap" data-label="">
      <xsl:sequence select="e:kept-id(.)"/>
      <xsl:text>[{e:label('gap-' || (@reason, 'lost')[1])}{@unit[../@quantity] ! ('; ' || e:label('unit-' || .) || ': ' || ../@quantity)}]</xsl:text>
    </span>
  </xsl:template>

  <xsl:variable name="e:looks" as="map(xs:string, xs:string)" static="yes" select="
      map { 'italic': 'i', 'italics': 'i', 'bold': 'b', 'superscript': 'sup', 'sup': 'sup', 'subscript': 'sub', 'sub': 'sub', 'underline': 'u' }"/>

  <xsl:template match="tei:hi" mode="text">
    <xsl:element name="{($e:looks(@rend), 'span')[1]}">
      <xsl:attribute name="class" select="'hi', e:name-id(string(@rend))"/>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="tei:foreign" mode="text">
    <i class="foreign">
      <xsl:apply-templates select="@xml:lang" mode="said"/>
      <xsl:apply-templates mode="#current"/>
    </i>
  </xsl:template>

  <xsl:template match="@xml:lang" mode="said">
    <xsl:attribute name="lang" select="."/>
  </xsl:template>

  <xsl:template match="tei:title" mode="text">
    <cite>
      <xsl:apply-templates select="@xml:lang" mode="said"/>
      <xsl:apply-templates mode="#current"/>
    </cite>
  </xsl:template>
</xsl:stylesheet>
