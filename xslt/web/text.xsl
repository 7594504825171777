<?xml version="1.0" encoding="UTF-8"?>
<!-- The document as plain text: paragraphs apart, notes called by their numbers in brackets and listed at the end. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:tei="http://www.tei-c.org/ns/1.0" xmlns:e="urn:engross" exclude-result-prefixes="#all">

  <xsl:import href="../base/base.xsl"/>

  <xsl:output method="text" encoding="UTF-8"/>

  <xsl:template match="/">
    <xsl:apply-templates select="tei:TEI/tei:text" mode="text"/>
    <xsl:for-each select="e:notes(tei:TEI)">
      <xsl:text>&#10;[{e:note-mark(.)}] </xsl:text>
      <xsl:apply-templates select="node()" mode="text"/>
      <xsl:text>&#10;</xsl:text>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="tei:*" mode="text" priority="-5">
    <xsl:apply-templates mode="#current"/>
  </xsl:template>

  <!-- A line of its own, and an empty one after it. -->
  <xsl:template mode="text" match="tei:head | tei:p | tei:dateline | tei:salute | tei:signed | tei:quote | tei:list | tei:trailer">
    <xsl:apply-templates mode="#current"/>
    <xsl:text>&#10;&#10;</xsl:text>
  </xsl:template>

  <!-- A line of its own. -->
  <xsl:template mode="text" priority="1"
      match="tei:item | tei:label | tei:addrLine | tei:row | tei:person | (tei:note | tei:cell | tei:item)/tei:p">
    <xsl:apply-templates mode="#current"/>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="tei:cell[following-sibling::tei:cell]" mode="text">
    <xsl:apply-templates mode="#current"/>
    <xsl:text>&#9;</xsl:text>
  </xsl:template>

  <xsl:template match="tei:note" mode="text">
    <xsl:if test="e:is-anchored(.)">[{e:note-mark(.)}]</xsl:if>
  </xsl:template>

  <xsl:template match="tei:pb" mode="text">
    <xsl:text>[{e:page-label(.)}] </xsl:text>
  </xsl:template>

  <xsl:template match="tei:lb" mode="text">
    <xsl:text>&#10;</xsl:text>
  </xsl:template>
</xsl:stylesheet>
