<?xml version="1.0" encoding="UTF-8"?>
<!-- Lists and tables. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:tei="http://www.tei-c.org/ns/1.0" xmlns:e="urn:engross"
    exclude-result-prefixes="#all">

  <!-- A list is a function of whether its items want a bullet (not if they bring a dash, a number or a label of their
       own, nor if they say what a document is about), and of its items. -->
  <xsl:template match="tei:list" mode="text">
    <xsl:variable name="marked" as="xs:boolean"
        select="some $item in tei:item satisfies matches($item, '^\s*([—–•*\-]|\(?(\d{1,3}|[A-Za-z]|[ivxlcIVXLC]{1,5})[.)]\s)')"/>
    <xsl:apply-templates select="tei:head" mode="#current"/>
    <xsl:sequence select="'items(' || not($marked or @type or tei:label) || ', '"/>
    <xsl:apply-templates select="tei:item" mode="#current"/>
    <xsl:text>);&#10;</xsl:text>
    <xsl:sequence select="e:leftover(.)"/>
    <xsl:apply-templates select="tei:note[not(e:is-anchored(.))]" mode="#current"/>
  </xsl:template>

  <xsl:template match="tei:item" mode="text">
    <xsl:call-template name="e:content"/>
    <xsl:text>, </xsl:text>
  </xsl:template>

  <!-- An item with its label. -->
  <xsl:template match="tei:list[tei:label]/tei:item" mode="text" priority="1">
    <xsl:text>labelled(</xsl:text>
    <xsl:for-each select="preceding-sibling::tei:label[1]">
      <xsl:call-template name="e:content"/>
    </xsl:for-each>
    <xsl:text>, </xsl:text>
    <xsl:call-template name="e:content"/>
    <xsl:text>), </xsl:text>
  </xsl:template>

  <!-- A table is a function of the number of its columns and of its cells. -->
  <xsl:template match="tei:table" mode="text">
    <xsl:apply-templates select="tei:head" mode="#current"/>
    <xsl:sequence select="'rows-of(' || max((1, tei:row ! sum(tei:cell ! (@cols, 1)[1] ! xs:integer(.)))) || ', '"/>
    <xsl:apply-templates select="tei:row" mode="#current"/>
    <xsl:text>);&#10;</xsl:text>
    <xsl:sequence select="e:leftover(.)"/>
    <xsl:apply-templates select="tei:note[not(e:is-anchored(.))]" mode="#current"/>
  </xsl:template>

  <!-- The first row holds the labels of the columns, if any do. -->
  <xsl:template match="tei:row" mode="text">
    <xsl:variable name="is-head" as="xs:boolean"
        select="empty(preceding-sibling::tei:row) and (@role = 'label' or (every $cell in tei:cell satisfies $cell/@role = 'label'))"/>
    <xsl:sequence select="'table.header(repeat: false, '[$is-head]"/>
    <xsl:apply-templates select="tei:cell" mode="#current"/>
    <xsl:sequence select="'), '[$is-head]"/>
  </xsl:template>
  <xsl:template match="tei:cell" mode="text">
    <xsl:sequence select="'table.cell(colspan: ' || (@cols, 1)[1] || ', rowspan: ' || (@rows, 1)[1] || ', '"/>
    <xsl:call-template name="e:content"/>
    <xsl:text>), </xsl:text>
  </xsl:template>
</xsl:stylesheet>
