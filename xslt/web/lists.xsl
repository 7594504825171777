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

  <!-- The part of the pages that is to be made, or nothing for all. -->
  <xsl:param name="part" as="xs:string" select="''"/>

  <xsl:template match="/" as="empty-sequence()">
    <xsl:variable name="catalogue" as="element(catalogue)" select="catalogue"/>
    <xsl:if test="$part = ('', 'front')">
      <xsl:apply-templates select="$catalogue" mode="front"/>
      <xsl:apply-templates select="$catalogue" mode="search"/>
      <xsl:apply-templates select="$catalogue" mode="feeds"/>
    </xsl:if>
    <xsl:if test="$part = ('', 'people')">
      <xsl:apply-templates select="$catalogue" mode="people"/>
    </xsl:if>
    <xsl:if test="$part = ('', 'indexes')">
      <xsl:apply-templates select="$catalogue" mode="indexes"/>
    </xsl:if>
    <xsl:if test="$part = ('', 'time')">
      <xsl:apply-templates select="$catalogue" mode="time"/>
    </xsl:if>
    <xsl:if test="$part = ('', 'network')">
      <xsl:apply-templates select="$catalogue" mode="network"/>
    </xsl:if>
    <xsl:if test="$part = ('', 'editors') and not($public)">
      <xsl:apply-templates select="$catalogue" mode="editors"/>
    </xsl:if>
  </xsl:template>

  <!-- Write one page of the site. -->
  <xsl:template name="e:write" as="empty-sequence()">
    <xsl:param name="address" as="xs:string" required="yes"/>
    <xsl:param name="title" as="xs:string" required="yes"/>
    <xsl:param name="kind" as="xs:string" select="'list'"/>
    <xsl:param name="root" as="xs:string" select="e:root($address)"/>
    <xsl:param name="scripts" as="xs:string*"/>
    <xsl:param name="content" as="node()*" required="yes"/>
    <xsl:result-document href="{$address}" format="page">
      <xsl:call-template name="e:page">
        <xsl:with-param name="title" select="$title"/>
        <xsl:with-param name="address" select="$address"/>
        <xsl:with-param name="root" select="$root"/>
        <xsl:with-param name="kind" select="$kind"/>
        <xsl:with-param name="scripts" select="$scripts"/>
        <xsl:with-param name="content">
          <h1>{$title}</h1>
          <xsl:sequence select="$content"/>
        </xsl:with-param>
      </xsl:call-template>
    </xsl:result-document>
  </xsl:template>

  <!-- Write a list as one page, or as several that lead to each other, each light enough for any line. `render` shows
       some of the items, given what leads to the folder of the site; `named` says which they are, in a link. -->
  <xsl:template name="e:write-leaves" as="empty-sequence()">
    <xsl:param name="address" as="xs:string" required="yes"/>
    <xsl:param name="title" as="xs:string" required="yes"/>
    <xsl:param name="kind" as="xs:string" select="'list'"/>
    <xsl:param name="items" as="item()*" required="yes"/>
    <xsl:param name="size" as="xs:integer" select="$leaf-size"/>
    <xsl:param name="lead" as="node()*"/>
    <xsl:param name="render" as="function(item()*, xs:string) as node()*" required="yes"/>
    <xsl:param name="named" as="function(item()*) as xs:string" select="function($some) { '' }"/>
    <xsl:variable name="last" as="xs:integer" select="max((1, (count($items) - 1) idiv $size + 1))"/>
    <xsl:variable name="names" as="xs:string*"
        select="(1 to $last)[$last gt 1] ! ($named(subsequence($items, (. - 1) * $size + 1, $size))[.], string(.))[1]"/>
    <xsl:for-each select="1 to $last">
      <xsl:variable name="here" as="xs:integer" select="."/>
      <xsl:variable name="place" as="xs:string" select="e:leaf($address, .)"/>
      <xsl:variable name="leaves" as="element()?" select="e:leaves($address, $here, $names, e:root($place))"/>
      <xsl:call-template name="e:write">
        <xsl:with-param name="address" select="$place"/>
        <xsl:with-param name="title" select="$title"/>
        <xsl:with-param name="kind" select="$kind"/>
        <xsl:with-param name="content" select="
            $lead[$here eq 1], $leaves, $render(subsequence($items, ($here - 1) * $size + 1, $size), e:root($place)), $leaves"/>
      </xsl:call-template>
    </xsl:for-each>
  </xsl:template>

  <!-- Links to the pages of a list. -->
  <xsl:function name="e:leaves" as="element()?">
    <xsl:param name="address" as="xs:string"/>
    <xsl:param name="here" as="xs:integer"/>
    <xsl:param name="names" as="xs:string*"/>
    <xsl:param name="root" as="xs:string"/>
    <xsl:where-populated>
      <p class="leaves">
        <xsl:for-each select="$names">
          <a href="{$root}{e:leaf($address, position())}">
            <xsl:if test="position() eq $here">
              <xsl:attribute name="aria-current" select="'page'"/>
            </xsl:if>
            <xsl:value-of select="."/>
          </a>
        </xsl:for-each>
      </p>
    </xsl:where-populated>
  </xsl:function>

  <!-- What leads from a page to the folder of the site. -->
  <xsl:function name="e:root" as="xs:string">
    <xsl:param name="address" as="xs:string"/>
    <xsl:sequence select="string-join(tail(tokenize($address, '/')) ! '../')"/>
  </xsl:function>
</xsl:stylesheet>
