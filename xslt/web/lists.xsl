<?xml version="1.0" encoding="UTF-8"?>
<!-- The pages of the edition. In: the entries that catalogue.xsl makes, in the order of the
     edition. Out: result documents, named relative to the folder of the site. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:e="urn:engross"
    xmlns="http://www.w3.org/1999/xhtml" exclude-result-prefixes="#all">

  <xsl:import href="../base/base.xsl"/>
  <xsl:include href="parameters.xsl"/>
  <xsl:include href="page.xsl"/>
  <xsl:include href="addresses.xsl"/>
  <xsl:include href="entries.xsl"/>
  <xsl:include href="front.xsl"/>
  <xsl:include href="people.xsl"/>
  <xsl:include href="indexes.xsl"/>
  <xsl:include href="time.xsl"/>
  <xsl:include href="network.xsl"/>
  <xsl:include href="search.xsl"/>
  <xsl:include href="editors.xsl"/>
  <xsl:include href="feeds.xsl"/>

  <xsl:template match="/" as="empty-sequence()">
    <xsl:variable name="catalogue" as="element(catalogue)" select="catalogue"/>
    <xsl:apply-templates select="$catalogue" mode="front"/>
    <xsl:apply-templates select="$catalogue" mode="people"/>
    <xsl:apply-templates select="$catalogue" mode="indexes"/>
    <xsl:apply-templates select="$catalogue" mode="time"/>
    <xsl:apply-templates select="$catalogue" mode="network"/>
    <xsl:apply-templates select="$catalogue" mode="search"/>
    <xsl:apply-templates select="$catalogue" mode="feeds"/>
    <xsl:if test="not($public)">
      <xsl:apply-templates select="$catalogue" mode="editors"/>
    </xsl:if>
  </xsl:template>

  <!-- Write one page of the site. -->
  <xsl:template name="e:write" as="empty-sequence()">
    <xsl:param name="address" as="xs:string" required="yes"/>
    <xsl:param name="title" as="xs:string" required="yes"/>
    <xsl:param name="kind" as="xs:string" select="'list'"/>
    <xsl:param name="scripts" as="xs:string*"/>
    <xsl:param name="content" as="node()*" required="yes"/>
    <xsl:result-document href="{$address}" format="page">
      <xsl:call-template name="e:page">
        <xsl:with-param name="title" select="$title"/>
        <xsl:with-param name="address" select="$address"/>
        <xsl:with-param name="root" select="e:root($address)"/>
        <xsl:with-param name="kind" select="$kind"/>
        <xsl:with-param name="scripts" select="$scripts"/>
        <xsl:with-param name="content">
          <h1>{$title}</h1>
          <xsl:sequence select="$content"/>
        </xsl:with-param>
      </xsl:call-template>
    </xsl:result-document>
  </xsl:template>

  <!-- What leads from a page to the folder of the site. -->
  <xsl:function name="e:root" as="xs:string">
    <xsl:param name="address" as="xs:string"/>
    <xsl:sequence select="string-join(tail(tokenize($address, '/')) ! '../')"/>
  </xsl:function>
</xsl:stylesheet>
