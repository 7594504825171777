<?xml version="1.0" encoding="UTF-8"?>
<!-- Headings, openings, paragraphs, lists, closings. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:tei="http://www.tei-c.org/ns/1.0" xmlns:e="urn:engross"
    xmlns="http://www.w3.org/1999/xhtml" exclude-result-prefixes="#all">

  <xsl:template match="tei:div" mode="text">
    <section class="{@type}">
      <xsl:sequence select="e:kept-id(.)"/>
      <xsl:apply-templates mode="#current"/>
    </section>
  </xsl:template>

  <xsl:template match="tei:body/tei:div" mode="text" priority="1">
    <div class="body">
      <xsl:sequence select="e:kept-id(.)"/>
      <xsl:apply-templates mode="#current"/>
    </div>
  </xsl:template>

  <xsl:template match="tei:body/tei:div/tei:head" mode="text" priority="1">
    <h1>
      <xsl:apply-templates mode="#current"/>
    </h1>
    <xsl:apply-templates select="ancestor::tei:TEI" mode="facts"/>
  </xsl:template>

  <xsl:template match="tei:head" mode="text">
    <h2>
      <xsl:apply-templates mode="#current"/>
    </h2>
  </xsl:template>

  <xsl:template match="tei:list/tei:head | tei:listPerson/tei:head" mode="text" priority="1">
    <p class="list-head">
      <xsl:apply-templates mode="#current"/>
    </p>
  </xsl:template>

  <xsl:template match="tei:opener | tei:closer | tei:postscript" mode="text">
    <div class="{local-name()}">
      <xsl:apply-templates mode="#current"/>
    </div>
  </xsl:template>

  <xsl:template match="tei:dateline | tei:salute | tei:signed | tei:address | tei:label | tei:trailer" mode="text">
    <p class="{local-name()}">
      <xsl:sequence select="e:kept-id(.)"/>
      <xsl:apply-templates mode="#current"/>
    </p>
  </xsl:template>

  <xsl:template match="tei:p" mode="text">
    <p id="{e:paragraph-id(.)}">
      <xsl:apply-templates mode="#current"/>
    </p>
  </xsl:template>

  <!-- A paragraph of HTML cannot hold a list. -->
  <xsl:template match="tei:p[e:has-blocks(.)]" mode="text" priority="1">
    <div class="p" id="{e:paragraph-id(.)}">
      <xsl:apply-templates mode="#current"/>
    </div>
  </xsl:template>

  <xsl:template match="tei:quote" mode="text">
    <blockquote>
      <xsl:sequence select="e:kept-id(.)"/>
      <xsl:apply-templates mode="#current"/>
    </blockquote>
  </xsl:template>

  <xsl:template match="tei:addrLine" mode="text">
    <xsl:apply-templates mode="#current"/>
    <br/>
  </xsl:template>

  <!-- People whom a text lists. -->
  <xsl:template match="tei:listPerson" mode="text">
    <div class="list people">
      <xsl:apply-templates select="tei:head" mode="#current"/>
      <ul role="list">
        <xsl:apply-templates select="tei:person" mode="#current"/>
      </ul>
    </div>
  </xsl:template>

  <xsl:template match="tei:person" mode="text">
    <li>
      <xsl:sequence select="e:kept-id(.)"/>
      <xsl:apply-templates mode="#current"/>
    </li>
  </xsl:template>

  <xsl:template match="tei:lb" mode="text">
    <br/>
  </xsl:template>

  <xsl:template name="e:box">
    <xsl:context-item as="element()" use="required"/>
    <span class="unhandled">
      <b data-label="">{name()}</b>
      <xsl:apply-templates mode="text"/>
    </span>
  </xsl:template>

  <xsl:function name="e:kept-id" as="attribute()?">
    <xsl:param name="element" as="element()"/>
    <xsl:if test="$element/@xml:id">
      <xsl:attribute name="id" select="$element/@xml:id"/>
    </xsl:if>
  </xsl:function>
</xsl:stylesheet>
