<?xml version="1.0" encoding="UTF-8"?>
<!-- A document as calls of the functions that text.typ defines, in typst's code mode. Running text is only ever a
     string literal, so that nothing in it can be markup. Every rule of the mode `text` writes expressions that end in
     a semicolon; `{…}` joins them. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:tei="http://www.tei-c.org/ns/1.0" xmlns:e="urn:engross"
    exclude-result-prefixes="#all">
  <xsl:import href="../base/base.xsl"/>
  <xsl:include href="between.xsl"/>
  <xsl:include href="content.xsl"/>
  <xsl:include href="blocks.xsl"/>
  <xsl:include href="lists.xsl"/>
  <xsl:include href="inline.xsl"/>
  <xsl:include href="notes.xsl"/>
  <xsl:include href="hand.xsl"/>
  <xsl:output method="text" encoding="UTF-8"/>

  <!-- The ids of the documents in the same PDF, separated by spaces: what a reference may point to. -->
  <xsl:param name="documents" as="xs:string" select="''"/>
  <xsl:variable name="e:documents" as="xs:string*" select="tokenize($documents)"/>

  <xsl:template match="/">
    <xsl:variable name="tei" as="element(tei:TEI)" select="tei:TEI"/>
    <xsl:text>#import "text.typ": *&#10;</xsl:text>
    <xsl:sequence select="'#record(' || string-join((e:id($tei), e:text-language($tei)) ! e:literal(.), ', ') || ', {&#10;'"/>
    <xsl:apply-templates select="$tei/tei:text" mode="text"/>
    <xsl:text>})&#10;</xsl:text>
  </xsl:template>

  <!-- A string literal of typst: quotes, backslashes and what has no shape are escaped, white space is one space. -->
  <xsl:function name="e:literal" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="'&quot;' || replace($text, '\s+', ' ') => replace('([\\&quot;])', '\\$1') || '&quot;'"/>
  </xsl:function>

  <!-- A call whose last argument is the element's own running text. -->
  <xsl:template name="e:call">
    <xsl:context-item as="element()" use="required"/>
    <xsl:param name="function" as="xs:string"/>
    <xsl:param name="arguments" as="xs:string*"/>
    <xsl:sequence select="$function || '(' || string-join($arguments ! (e:literal(.) || ', ')) || '{'"/>
    <xsl:apply-templates mode="text"/>
    <xsl:text>});</xsl:text>
  </xsl:template>

  <!-- An element that nobody decided about shows as a box. -->
  <xsl:template name="e:box">
    <xsl:context-item as="element()" use="required"/>
    <xsl:call-template name="e:call">
      <xsl:with-param name="function" select="'unhandled'"/>
      <xsl:with-param name="arguments" select="name()"/>
    </xsl:call-template>
  </xsl:template>
</xsl:stylesheet>
