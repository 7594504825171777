<?xml version="1.0" encoding="UTF-8"?>
<!-- Examples as they are written: markup shown as text, tags and attributes told apart, the indent of the ODD taken off. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:eg="http://www.tei-c.org/ns/Examples" xmlns:e="urn:engross" xmlns="http://www.w3.org/1999/xhtml"
    exclude-result-prefixes="#all">

  <xsl:mode name="e:code" on-no-match="fail"/>

  <xsl:template match="tei:exemplum">
    <figure>
      <figcaption>Example</figcaption>
      <pre><code>
        <xsl:apply-templates select="eg:egXML/eg:*" mode="e:code">
          <!-- what stands before the first tag on its line is the indent of all lines -->
          <xsl:with-param name="indent" tunnel="yes" select="'\n' || replace(string(eg:egXML/text()[1]), '^\s*\n', '')"/>
        </xsl:apply-templates>
      </code></pre>
    </figure>
  </xsl:template>

  <xsl:template match="eg:*" mode="e:code">
    <span class="tag">&lt;{local-name()}</span>
    <xsl:apply-templates select="@*" mode="e:code"/>
    <span class="tag">{if (node()) then '>' else '/>'}</span>
    <xsl:if test="node()">
      <xsl:apply-templates select="node()" mode="e:code"/>
      <span class="tag">&lt;/{local-name()}&gt;</span>
    </xsl:if>
  </xsl:template>

  <xsl:template match="@*" mode="e:code">
    <xsl:text> </xsl:text>
    <span class="attribute">{name()}</span>
    <xsl:text>=</xsl:text>
    <span class="value">"{replace(., '&quot;', '&amp;quot;')}"</span>
  </xsl:template>

  <xsl:template match="text()" mode="e:code">
    <xsl:param name="indent" as="xs:string" tunnel="yes"/>
    <xsl:value-of select="replace(., $indent, '&#10;')"/>
  </xsl:template>
</xsl:stylesheet>
