<?xml version="1.0" encoding="UTF-8"?>
<!-- The page of one document. In: its TEI. Out: HTML. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:tei="http://www.tei-c.org/ns/1.0" xmlns:e="urn:engross"
    xmlns="http://www.w3.org/1999/xhtml" exclude-result-prefixes="#all">

  <xsl:import href="../base/base.xsl"/>
  <xsl:include href="parameters.xsl"/>
  <xsl:include href="page.xsl"/>
  <xsl:include href="addresses.xsl"/>
  <xsl:include href="blocks.xsl"/>
  <xsl:include href="tables.xsl"/>
  <xsl:include href="known.xsl"/>
  <xsl:include href="marks.xsl"/>
  <xsl:include href="hand.xsl"/>
  <xsl:include href="breaks.xsl"/>
  <xsl:include href="notes.xsl"/>
  <xsl:include href="facts.xsl"/>
  <xsl:include href="head.xsl"/>
  <xsl:include href="cite.xsl"/>

  <xsl:output method="xhtml" html-version="5" encoding="UTF-8" indent="no" include-content-type="no"
      omit-xml-declaration="yes"/>

  <xsl:template match="/" as="element()">
    <xsl:variable name="tei" as="element(tei:TEI)" select="tei:TEI"/>
    <xsl:call-template name="e:page">
      <xsl:with-param name="title" select="e:numbered-title($tei)"/>
      <xsl:with-param name="address" select="e:id($tei) || '.html'"/>
      <xsl:with-param name="kind" select="'document'"/>
      <xsl:with-param name="scripts" select="'edition.js'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="/" mode="head main">
    <xsl:apply-templates select="tei:TEI" mode="#current"/>
  </xsl:template>

  <xsl:template match="tei:TEI" mode="main">
    <article data-pagefind-body="">
      <div class="text" lang="{e:text-language(.)}">
        <xsl:apply-templates select="tei:text" mode="text"/>
      </div>
      <xsl:apply-templates select="." mode="notes"/>
    </article>
    <xsl:apply-templates select="." mode="tools"/>
  </xsl:template>

  <!-- `Document 62: Letter From ...`, or the title alone. -->
  <xsl:function name="e:numbered-title" as="xs:string">
    <xsl:param name="tei" as="element(tei:TEI)"/>
    <xsl:sequence select="string-join((e:number($tei)[.] ! e:label('document', .), e:title($tei)), ': ')"/>
  </xsl:function>
</xsl:stylesheet>
