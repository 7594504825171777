<?xml version="1.0" encoding="UTF-8"?>
<!-- What stands between blocks and is printed at the first line of the block that follows: page breaks, calls of notes.
     Functions only, for all media that have no place between blocks. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:tei="http://www.tei-c.org/ns/1.0" xmlns:e="urn:engross"
    exclude-result-prefixes="#all">

  <!-- What has no block of its own, so that it is printed with the next. -->
  <xsl:function name="e:milestones" as="element()*">
    <xsl:param name="parent" as="element()"/>
    <xsl:sequence select="$parent/(tei:pb | tei:note[e:is-anchored(.)])"/>
  </xsl:function>

  <!-- What a block prints at its first line: what stands right before it and, in a first block, before its parent, if
       that does not print it itself. -->
  <xsl:function name="e:before" as="element()*">
    <xsl:param name="block" as="element()"/>
    <xsl:variable name="parent" as="element()?" select="$block/parent::*[e:holds-only-blocks(.)]"/>
    <xsl:if test="$parent">
      <xsl:variable name="milestones" as="element()*" select="e:milestones($parent)"/>
      <xsl:variable name="last" as="element()?" select="($block/preceding-sibling::* except $milestones)[last()]"/>
      <xsl:sequence select="
          if (empty($last) and not($parent/(self::tei:note | self::tei:item | self::tei:cell | self::tei:quote)))
          then e:before($parent) else (),
          $milestones[. &lt;&lt; $block][empty($last) or . >> $last]"/>
    </xsl:if>
  </xsl:function>

  <!-- What stands after the last block of an element. -->
  <xsl:function name="e:last" as="element()*">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="milestones" as="element()*" select="e:milestones($element)"/>
    <xsl:variable name="last" as="element()?" select="($element/* except $milestones)[last()]"/>
    <xsl:sequence select="$milestones[empty($last) or . >> $last]"/>
  </xsl:function>
  <xsl:function name="e:holds-only-blocks" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element/tei:p) or exists($element/(self::tei:body | self::tei:div | self::tei:opener | self::tei:closer | self::tei:list
        | self::tei:postscript | self::tei:address | self::tei:table | self::tei:row | self::tei:listPerson))"/>
  </xsl:function>
</xsl:stylesheet>
