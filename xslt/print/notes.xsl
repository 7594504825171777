<?xml version="1.0" encoding="UTF-8"?>
<!-- Notes: typst carries them to the foot of the page where they are called. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:tei="http://www.tei-c.org/ns/1.0" xmlns:e="urn:engross"
    exclude-result-prefixes="#all">

  <!-- The body of a note stands where it is called. -->
  <xsl:template match="tei:note" mode="text before">
    <xsl:sequence select="'note(' || e:literal(e:note-mark(.)) || ', ' || e:kept(.)[. ne ''] ! ('kept: ' || e:literal(.) || ', ')"/>
    <xsl:call-template name="e:content"/>
    <xsl:text>);</xsl:text>
  </xsl:template>

  <!-- But those of an opening, and of what must stand below it, stand together (`opening` of text.typ says why): those
       called in its head and opener, and in the first two lines of its text, which hold so many characters at least. -->
  <xsl:variable name="e:two-lines" as="xs:integer" select="100"/>
  <xsl:function name="e:notes-of-opening" as="element(tei:note)*">
    <xsl:param name="div" as="element()"/>
    <xsl:variable name="first" as="element()?" select="e:first-block($div)"/>
    <xsl:variable name="p" as="element()?" select="($first[self::tei:p], $first[self::tei:list]/tei:item[1])[not(e:has-blocks(.))]"/>
    <xsl:sequence select="$div/tei:head[1]/(. | e:opener-of(.))//tei:note[e:is-anchored(.)],
        $p//tei:note[e:is-anchored(.)] ! .[e:before-call(., $p) lt $e:two-lines]"/>
  </xsl:function>
  <xsl:function name="e:before-call" as="xs:integer">
    <xsl:param name="note" as="element(tei:note)"/>
    <xsl:param name="p" as="element()"/>
    <xsl:sequence select="e:length($p, $p//text()[. &lt;&lt; $note])"/>
  </xsl:function>
  <!-- And those of a closer stand with the line of text that it is kept with. -->
  <xsl:function name="e:notes-of-closer" as="element(tei:note)*">
    <xsl:param name="closer" as="element(tei:closer)"/>
    <xsl:sequence select="$closer[preceding-sibling::*[1][self::tei:p[not(e:has-blocks(.))]]]//tei:note[e:is-anchored(.)]"/>
  </xsl:function>

  <xsl:function name="e:stands-elsewhere" as="xs:boolean">
    <xsl:param name="note" as="element(tei:note)"/>
    <xsl:sequence select="exists((e:notes-of-opening($note/ancestor::tei:div[1]), $note/ancestor::tei:closer/e:notes-of-closer(.)) intersect $note)"/>
  </xsl:function>
  <xsl:template match="tei:div//tei:note[e:is-anchored(.)][e:stands-elsewhere(.)]" mode="text before" priority="1">
    <xsl:sequence select="'call(' || e:literal(e:note-label(.)) || ', ' || e:literal(e:note-mark(.)) || ');'"/>
  </xsl:template>
  <xsl:mode name="called" on-no-match="fail"/>
  <xsl:template match="tei:note" mode="called">
    <xsl:sequence select="'called(' || e:literal(e:note-label(.)) || ', ' || e:literal(e:note-mark(.)) || ', '"/>
    <xsl:call-template name="e:content"/>
    <xsl:text>);</xsl:text>
  </xsl:template>

  <xsl:function name="e:note-label" as="xs:string">
    <xsl:param name="note" as="element(tei:note)"/>
    <xsl:sequence select="string-join((e:id(root($note)/tei:TEI), string(1 + count($note/preceding::tei:note)), e:kept($note)), '-')"/>
  </xsl:function>

  <!-- How a note is kept with others that are called at the same place, as `kept` of pages.typ reads it: how many lines
       it is pulled up, and how many it leaves room for. -->
  <xsl:variable name="e:kept-together" as="xs:integer" select="1000"/>
  <xsl:function name="e:kept" as="xs:string?">
    <xsl:param name="note" as="element(tei:note)"/>
    <xsl:variable name="opening" as="element(tei:note)*" select="e:notes-of-opening($note/ancestor::tei:div[1])"/>
    <xsl:variable name="notes" as="element(tei:note)*" select="if ($opening intersect $note) then $opening else e:notes-at-closer($note)"/>
    <xsl:if test="$notes[2] and sum($notes[position() lt last()] ! string-length(.)) le $e:kept-together">
      <xsl:variable name="before" as="element(tei:note)*" select="$notes[. &lt;&lt; $note]"/>
      <xsl:sequence select="(if ($before) then e:lines-after($before[last()], $notes) else 0) || '+' || e:lines-after($note, $notes)"/>
    </xsl:if>
  </xsl:function>
  <!-- The lines that the notes after a note need at least: the last may be divided after its first. -->
  <xsl:function name="e:lines-after" as="xs:integer">
    <xsl:param name="note" as="element(tei:note)"/>
    <xsl:param name="notes" as="element(tei:note)*"/>
    <xsl:variable name="after" as="element(tei:note)*" select="$notes[. >> $note]"/>
    <xsl:sequence select="count($after) + sum($after[position() lt last()] ! (1 + string-length(.) idiv 60)) cast as xs:integer"/>
  </xsl:function>
  <xsl:function name="e:notes-at-closer" as="element(tei:note)*">
    <xsl:param name="note" as="element(tei:note)"/>
    <xsl:variable name="closer" as="element(tei:closer)?"
        select="($note/ancestor::tei:closer, $note[empty(following-sibling::node())]/parent::tei:p/following-sibling::*[1][self::tei:closer])[1]"/>
    <xsl:variable name="notes" as="element(tei:note)*" select="$closer ! e:notes-of-closer(.)"/>
    <xsl:sequence select="$notes[1]/ancestor::tei:closer/preceding-sibling::*[1]/tei:note[e:is-anchored(.)][empty(following-sibling::node())], $notes"/>
  </xsl:function>

  <xsl:template match="tei:note[not(e:is-anchored(.))]" mode="text" priority="2">
    <xsl:text>unplaced({</xsl:text>
    <xsl:apply-templates select="e:before(.)" mode="before"/>
    <xsl:sequence select="'}, ' || e:literal(e:label('unplaced')) || ', ' || e:literal(e:note-mark(.)) || ', '"/>
    <xsl:call-template name="e:content">
      <xsl:with-param name="before" select="()"/>
    </xsl:call-template>
    <xsl:text>);&#10;</xsl:text>
  </xsl:template>
</xsl:stylesheet>
