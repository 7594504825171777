<?xml version="1.0" encoding="UTF-8"?>
<!-- What an element holds as one argument, and what stands between blocks: it is printed at the first line of the block
     that follows it. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:tei="http://www.tei-c.org/ns/1.0" xmlns:e="urn:engross"
    exclude-result-prefixes="#all">

  <!-- The content of the context item, after what stands before it. -->
  <xsl:template name="e:content">
    <xsl:context-item as="element()" use="required"/>
    <xsl:param name="before" as="element()*" select="e:before(.)"/>
    <xsl:text>{</xsl:text>
    <xsl:apply-templates select="$before" mode="before"/>
    <xsl:choose>
      <xsl:when test="e:has-blocks(.)">
        <xsl:call-template name="e:mixed"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates mode="text"/>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:text>}</xsl:text>
  </xsl:template>

  <!-- Running text with blocks in it: what is between the blocks becomes paragraphs. -->
  <xsl:template name="e:mixed">
    <xsl:context-item as="element()" use="required"/>
    <xsl:for-each-group select="node()[not(self::text()[not(matches(., '\S'))])] except .[e:holds-only-blocks(.)]/e:milestones(.)"
        group-adjacent="exists(self::tei:p | self::tei:list | self::tei:quote | self::tei:table | self::tei:listPerson)">
      <xsl:choose>
        <xsl:when test="current-grouping-key()">
          <xsl:apply-templates select="current-group()" mode="text"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:sequence select="if (position() = 1 and not(parent::tei:p)) then '{' else 'para({'"/>
          <xsl:apply-templates select="current-group()" mode="text"/>
          <xsl:sequence select="if (position() = 1 and not(parent::tei:p)) then '};parbreak();' else '});&#10;'"/>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each-group>
    <xsl:sequence select=".[e:holds-only-blocks(.)] ! e:leftover(.)"/>
  </xsl:template>

  <xsl:function name="e:leftover" as="xs:string?">
    <xsl:param name="element" as="element()"/>
    <xsl:if test="e:last($element)">
      <xsl:variable name="line" as="xs:string*">
        <xsl:apply-templates select="e:last($element)" mode="before"/>
      </xsl:variable>
      <xsl:sequence select="'para({' || string-join($line) || '});&#10;'"/>
    </xsl:if>
  </xsl:function>

  <!-- Between blocks, what is printed with the next one is passed over; a note without a place is a block. -->
  <xsl:template mode="text" priority="3" match="*[e:holds-only-blocks(..)][self::tei:pb | self::tei:note[e:is-anchored(.)]]"/>

  <xsl:mode name="before" on-no-match="fail"/>
  <xsl:template match="tei:pb" mode="before" as="xs:string">
    <xsl:sequence select="e:page-mark(., 'between', position() - 1)"/>
  </xsl:template>

  <!-- A gap or a figure between blocks is one. -->
  <xsl:template mode="text" priority="3" match="*[e:holds-only-blocks(..)][self::tei:gap | self::tei:figure]">
    <xsl:text>para({</xsl:text>
    <xsl:apply-templates select="e:before(.)" mode="before"/>
    <xsl:next-match/>
    <xsl:text>});&#10;</xsl:text>
  </xsl:template>

  <!-- The indentation of the file, where an element holds only others. -->
  <xsl:template match="text()[not(matches(., '\S'))][e:holds-only-blocks(..) or e:has-blocks(..) or
      parent::tei:text or parent::tei:person or parent::tei:figure or parent::tei:choice]" mode="text" as="xs:string?" priority="1"/>
</xsl:stylesheet>
