<?xml version="1.0" encoding="UTF-8"?>
<!-- Runs of text, and footnotes that Word knows as such. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:tei="http://www.tei-c.org/ns/1.0" xmlns:e="urn:engross"
    xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" exclude-result-prefixes="xs tei e">

  <xsl:template match="text()" mode="text" as="element()">
    <xsl:param name="look" as="element()*" tunnel="yes"/>
    <w:r>
      <xsl:where-populated><w:rPr><xsl:sequence select="$look"/></w:rPr></xsl:where-populated>
      <w:t xml:space="preserve">{replace(., '\s+', ' ')}</w:t>
    </w:r>
  </xsl:template>

  <xsl:template match="tei:lb" mode="text" as="element()">
    <w:r><w:br/></w:r>
  </xsl:template>

  <xsl:template mode="text" match="tei:date | tei:time | tei:placeName | tei:orgName | tei:ref | tei:persName | tei:gloss
      | tei:term | tei:choice | tei:sic | tei:orig | tei:abbr | tei:person/tei:note">
    <xsl:apply-templates mode="#current"/>
  </xsl:template>

  <!-- How words look: the elements are in the order that ISO/IEC 29500 wants. -->
  <xsl:template mode="text" match="tei:hi | tei:title | tei:foreign | tei:corr | tei:reg | tei:expan | tei:supplied | tei:unclear | tei:add | tei:del">
    <xsl:param name="look" as="element()*" tunnel="yes"/>
    <xsl:variable name="own" as="element()">
      <xsl:choose>
        <xsl:when test="@rend = ('bold', 'strong')"><w:b/></xsl:when>
        <xsl:when test="@rend = 'smallcaps'"><w:smallCaps/></xsl:when>
        <xsl:when test="self::tei:del"><w:strike/></xsl:when>
        <xsl:when test="@rend = 'underline' or self::tei:add"><w:u w:val="single"/></xsl:when>
        <xsl:when test="@rend = ('superscript', 'sup')"><w:vertAlign w:val="superscript"/></xsl:when>
        <xsl:when test="@rend = ('subscript', 'sub')"><w:vertAlign w:val="subscript"/></xsl:when>
        <xsl:otherwise><w:i/></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:variable name="bracketed" as="xs:boolean" select="exists(self::tei:corr | self::tei:reg | self::tei:expan | self::tei:supplied)"/>
    <xsl:sequence select="if ($bracketed) then e:remark('[') else ()"/>
    <xsl:apply-templates mode="#current">
      <xsl:with-param name="look" tunnel="yes" select="sort(($look[not(name() = name($own))], $own), (), function($it) {
          index-of(('w:b', 'w:i', 'w:smallCaps', 'w:strike', 'w:u', 'w:vertAlign'), name($it)) })"/>
    </xsl:apply-templates>
    <xsl:sequence select="if ($bracketed) then e:remark(']') else if (self::tei:unclear) then e:remark('[?]') else ()"/>
  </xsl:template>

  <!-- What is the edition's and not the document's has a style of its own. -->
  <xsl:function name="e:remark" as="element()">
    <xsl:param name="words" as="xs:string"/>
    <w:r><w:rPr><w:rStyle w:val="Remark"/></w:rPr><w:t xml:space="preserve">{$words}</w:t></w:r>
  </xsl:function>
  <xsl:template match="tei:pb" mode="text before" as="element()">
    <xsl:sequence select="e:remark('[' || e:page-label(.) || ']' || ' '[not(current()/@break = 'no')])"/>
  </xsl:template>
  <xsl:template match="tei:gap" mode="text">
    <xsl:sequence select="e:remark('[' || string-join((e:label('gap-' || (@reason, 'lost')[1]), @quantity, @unit), ' ') || ']')"/>
  </xsl:template>
  <xsl:template match="tei:figure" mode="text">
    <xsl:sequence select="e:remark('[' || e:label('figure') || '] ')"/>
    <xsl:for-each select="tei:head | tei:figDesc">
      <xsl:sequence select="e:remark(' ')[current()/preceding-sibling::tei:head]"/>
      <xsl:apply-templates mode="text"/>
    </xsl:for-each>
  </xsl:template>

  <!-- The notes that Word prints at the foot: the call keeps the number of the original. -->
  <xsl:function name="e:footnotes" as="element(tei:note)*">
    <xsl:param name="tei" as="element(tei:TEI)"/>
    <xsl:sequence select="e:notes($tei)[not(parent::tei:person)][e:is-anchored(.)]"/>
  </xsl:function>
  <xsl:function name="e:footnote-id" as="xs:integer">
    <xsl:param name="note" as="element(tei:note)"/>
    <xsl:sequence select="count(e:footnotes(root($note)/tei:TEI)[. &lt;&lt; $note]) + 1"/>
  </xsl:function>
  <!-- Word numbers the notes where that gives the numbers of the original; otherwise each brings its own. -->
  <xsl:function name="e:numbers-itself" as="xs:boolean">
    <xsl:param name="note" as="element(tei:note)"/>
    <xsl:sequence select="every $other in e:footnotes(root($note)/tei:TEI) satisfies string($other/@n) = string(e:footnote-id($other))"/>
  </xsl:function>

  <xsl:template match="tei:note" mode="text before" as="element()">
    <w:r>
      <w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>
      <xsl:choose>
        <xsl:when test="e:numbers-itself(.)"><w:footnoteReference w:id="{e:footnote-id(.)}"/></xsl:when>
        <xsl:otherwise>
          <w:footnoteReference w:customMarkFollows="1" w:id="{e:footnote-id(.)}"/>
          <w:t>{e:note-mark(.)}</w:t>
        </xsl:otherwise>
      </xsl:choose>
    </w:r>
  </xsl:template>
  <xsl:mode name="footnote" on-no-match="fail"/>
  <xsl:template match="tei:note" mode="footnote">
    <xsl:call-template name="e:block">
      <xsl:with-param name="style" tunnel="yes" select="'FootnoteText'"/>
      <xsl:with-param name="mark" as="element()*">
        <w:r>
          <w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>
          <xsl:choose>
            <xsl:when test="e:numbers-itself(.)"><w:footnoteRef/></xsl:when>
            <xsl:otherwise><w:t>{e:note-mark(.)}</w:t></xsl:otherwise>
          </xsl:choose>
        </w:r>
        <w:r><w:t xml:space="preserve"> </w:t></w:r>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="tei:note[not(e:is-anchored(.))]" mode="text" priority="4">
    <xsl:call-template name="e:block">
      <xsl:with-param name="style" tunnel="yes" select="'FootnoteText'"/>
      <xsl:with-param name="mark" select="e:remark(e:label('unplaced') || ': ' || e:note-mark(.) || ' ')"/>
    </xsl:call-template>
  </xsl:template>
</xsl:stylesheet>
