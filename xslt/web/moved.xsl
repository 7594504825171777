<?xml version="1.0" encoding="UTF-8"?>
<!-- The page at an address that an earlier build published and this one does not. In: any document. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:e="urn:engross"
    xmlns="http://www.w3.org/1999/xhtml" exclude-result-prefixes="#all">

  <xsl:import href="../base/base.xsl"/>
  <xsl:include href="parameters.xsl"/>
  <xsl:include href="page.xsl"/>

  <xsl:output method="xhtml" html-version="5" encoding="UTF-8" indent="no" include-content-type="no"
      omit-xml-declaration="yes"/>

  <!-- The address of the page itself and the one where it leads, both seen from the folder of the site. -->
  <xsl:param name="address" as="xs:string" required="yes"/>
  <xsl:param name="target" as="xs:string" required="yes"/>

  <xsl:variable name="root" as="xs:string" select="string-join(tail(tokenize($address, '/')) ! '../')"/>

  <xsl:template match="/" as="element()">
    <xsl:call-template name="e:page">
      <xsl:with-param name="title" select="e:label('moved')"/>
      <xsl:with-param name="root" select="$root"/>
      <xsl:with-param name="address" select="$target"/>
      <xsl:with-param name="kind" select="'moved'"/>
      <xsl:with-param name="content" as="element()*">
        <h1>{e:label('moved')}</h1>
        <p>
          <a href="{$root}{$target}">{e:label('moved-to')}</a>
        </p>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="/" mode="head">
    <meta http-equiv="refresh" content="0; url={$root}{$target}"/>
    <meta name="robots" content="noindex"/>
    <meta name="engross.moved" content="{$target}"/>
  </xsl:template>
</xsl:stylesheet>
