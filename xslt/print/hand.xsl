<?xml version="1.0" encoding="UTF-8"?>
<!-- How words look, and what an editor's hand adds: with the signs that editions in print use for it. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:tei="http://www.tei-c.org/ns/1.0" xmlns:e="urn:engross" exclude-result-prefixes="#all">

  <!-- The function of text.typ for a look or a kind of intervention. -->
  <xsl:variable name="e:looks" as="map(xs:string, xs:string)" static="yes" select="
      map { 'italic': 'emph', 'italics': 'emph', 'bold': 'strong', 'strong': 'strong', 'smallcaps': 'smallcaps',
            'superscript': 'super', 'sup': 'super', 'subscript': 'sub', 'sub': 'sub', 'underline': 'underline' }"/>
  <xsl:template match="tei:hi" mode="text">
    <xsl:call-template name="e:call">
      <xsl:with-param name="function" select="($e:looks(@rend), 'emph')[1]"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="tei:title" mode="text">
    <xsl:call-template name="e:call">
      <xsl:with-param name="function" select="'emph'"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="tei:foreign" mode="text">
    <xsl:call-template name="e:call">
      <xsl:with-param name="function" select="'foreign'"/>
      <xsl:with-param name="arguments" select="string((@xml:lang, e:text-language(root()/tei:TEI))[1])"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template mode="text"
      match="tei:sic | tei:corr | tei:orig | tei:reg | tei:abbr | tei:expan | tei:supplied | tei:unclear | tei:add | tei:del">
    <xsl:call-template name="e:call">
      <xsl:with-param name="function" select="'by-hand'"/>
      <xsl:with-param name="arguments" select="local-name()"/>
    </xsl:call-template>
  </xsl:template>

  <!-- What is not there is said in words: they are the edition's, not the document's. -->
  <xsl:template match="tei:gap" mode="text" as="xs:string">
    <xsl:sequence select="'remark(' || e:literal(e:gap-words(.)) || ');'"/>
  </xsl:template>
  <xsl:function name="e:gap-words" as="xs:string">
    <xsl:param name="gap" as="element(tei:gap)"/>
    <xsl:sequence select="string-join((e:label('gap-' || ($gap/@reason, 'lost')[1]), $gap/@quantity, $gap/@unit), ' ')"/>
  </xsl:function>

  <!-- A picture that the edition describes; its file is not part of the edition. -->
  <xsl:template match="tei:figure" mode="text">
    <xsl:sequence select="'remark(' || e:literal(e:label('figure')) || ');'"/>
    <xsl:for-each select="tei:head | tei:figDesc">
      <xsl:text>sign(" ");</xsl:text>
      <xsl:apply-templates mode="text"/>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
