<?xml version="1.0" encoding="UTF-8"?>
<!-- The parts of a document: its opening, paragraphs, quotations, closer. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:tei="http://www.tei-c.org/ns/1.0" xmlns:e="urn:engross"
    exclude-result-prefixes="#all">

  <xsl:template match="tei:div | tei:opener | tei:postscript | tei:address | tei:listPerson" mode="text">
    <xsl:apply-templates mode="#current"/>
    <xsl:sequence select="e:leftover(.)"/>
  </xsl:template>

  <!-- The opening: the heading as it is read aloud (bookmarks, contents), its level, how many lines of the text must
       stand below it, heading and opener as they are printed, and the notes. -->
  <xsl:template match="tei:div/tei:head[empty(preceding-sibling::tei:head)]" mode="text" priority="1">
    <xsl:variable name="opener" as="element(tei:opener)?" select="e:opener-of(.)"/>
    <xsl:variable name="next" as="element()?" select="e:first-block(..)"/>
    <xsl:variable name="lines" as="xs:integer"
        select="if (empty($next)) then 0 else if ($next[self::tei:list[tei:head]]) then 5 else if (e:is-line($next)) then 1 else 2"/>
    <xsl:sequence select="'opening(' || e:literal(e:line(.)) || ', ' || count(ancestor::tei:div) || ', ' || $lines || ', '"/>
    <xsl:call-template name="e:content"/>
    <xsl:text>, {</xsl:text>
    <xsl:apply-templates select="$opener/node()" mode="#current"/>
    <xsl:text>}, {</xsl:text>
    <xsl:apply-templates select="e:notes-of-opening(..)" mode="called"/>
    <xsl:text>});&#10;</xsl:text>
    <xsl:sequence select="$opener ! e:leftover(.)"/>
  </xsl:template>
  <xsl:template match="tei:opener[preceding-sibling::tei:head[1]/e:opener-of(.) is .]" mode="text" priority="1"/>
  <xsl:function name="e:opener-of" as="element(tei:opener)?">
    <xsl:param name="head" as="element(tei:head)"/>
    <xsl:sequence select="$head[empty(preceding-sibling::tei:head)]/following-sibling::*[not(self::tei:pb)][1][self::tei:opener]"/>
  </xsl:function>

  <!-- The block that follows the opening of a division. -->
  <xsl:function name="e:first-block" as="element()?">
    <xsl:param name="div" as="element()"/>
    <xsl:variable name="head" as="element(tei:head)?" select="$div/tei:head[1]"/>
    <xsl:sequence select="($head/e:opener-of(.), $head)[1]/following-sibling::*[not(self::tei:pb)][1]"/>
  </xsl:function>
  <xsl:function name="e:opens-text" as="xs:boolean">
    <xsl:param name="block" as="element()"/>
    <xsl:sequence select="exists($block/preceding-sibling::*[not(self::tei:pb)][1][self::tei:head or self::tei:opener])
        and exists($block/../self::tei:div/e:first-block(.) intersect $block)"/>
  </xsl:function>

  <!-- Blocks that text.typ has a function for, by the name of the element. -->
  <xsl:template mode="text" match="tei:dateline | tei:salute | tei:signed | tei:addrLine | tei:label | tei:head | tei:list/tei:head | tei:table/tei:head">
    <xsl:sequence select="
        map { 'dateline': 'dateline', 'salute': 'salute', 'signed': 'signed', 'addrLine': 'line-of-address', 'label': 'subheading',
          'head': if (parent::tei:list | parent::tei:table) then 'list-head' else 'subheading' }(local-name()) || '('"/>
    <xsl:call-template name="e:content"/>
    <xsl:text>);&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="tei:p | tei:trailer" mode="text">
    <xsl:sequence select="'para(' || e:breaks(.)"/>
    <xsl:call-template name="e:content"/>
    <xsl:text>);&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="tei:quote" mode="text">
    <xsl:text>quotation(</xsl:text>
    <xsl:call-template name="e:content"/>
    <xsl:text>);&#10;</xsl:text>
  </xsl:template>

  <!-- The first paragraph of a note follows its number; that of an item its bullet. -->
  <xsl:template match="(tei:note | tei:item | tei:cell)/tei:p[not(preceding-sibling::*)][not(e:has-blocks(.))]" mode="text" priority="2">
    <xsl:apply-templates mode="#current"/>
    <xsl:text>parbreak();&#10;</xsl:text>
  </xsl:template>

  <!-- A paragraph that holds lists: the lines around them are paragraphs of print. -->
  <xsl:template match="tei:p[e:has-blocks(.)]" mode="text" priority="1">
    <xsl:sequence select="e:before(.)[self::tei:pb] ! ('para({' || e:page-mark(., 'between', 0) || '});')"/>
    <xsl:call-template name="e:mixed"/>
  </xsl:template>

  <!-- A list of persons is told as print tells it; the commas are print's. -->
  <xsl:template match="tei:person" mode="text">
    <xsl:text>para({</xsl:text>
    <xsl:apply-templates select="e:before(.)" mode="before"/>
    <xsl:for-each select="*">
      <xsl:sequence select="'sign(&quot;, &quot;);'[current()/preceding-sibling::*]"/>
      <xsl:apply-templates mode="text"/>
    </xsl:for-each>
    <xsl:text>});&#10;</xsl:text>
  </xsl:template>

  <!-- A paragraph, and the closer after it: a closer never stands alone on a page. -->
  <xsl:template match="tei:div/tei:p[not(e:has-blocks(.))][following-sibling::*[1][self::tei:closer]]" mode="text" priority="1">
    <xsl:variable name="closer" as="element(tei:closer)" select="following-sibling::*[1]"/>
    <xsl:sequence select="'para-with-closer(' || e:breaks(.) || e:depth($closer) || ', '"/>
    <xsl:call-template name="e:content"/>
    <xsl:text>, {</xsl:text>
    <xsl:apply-templates select="e:notes-of-closer($closer)" mode="called"/>
    <xsl:text>}, </xsl:text>
    <xsl:apply-templates select="$closer" mode="closer"/>
    <xsl:text>);&#10;</xsl:text>
  </xsl:template>
  <xsl:template match="tei:closer[preceding-sibling::*[1][self::tei:p[not(e:has-blocks(.))]]]" mode="text" priority="1"/>
  <xsl:template match="tei:closer" mode="text">
    <xsl:text>closer(</xsl:text>
    <xsl:apply-templates select="." mode="closer"/>
    <xsl:text>);&#10;</xsl:text>
  </xsl:template>

  <!-- How many lines a closer takes at most; the shortest lines of all sizes of paper hold so many characters. -->
  <xsl:function name="e:depth" as="xs:integer">
    <xsl:param name="closer" as="element(tei:closer)"/>
    <xsl:sequence select="sum($closer/*/(1 + count(.//tei:lb) + string-length(.) idiv 40)) cast as xs:integer"/>
  </xsl:function>

  <!-- The lines of a closer as arguments: pairs of a name and a content. -->
  <xsl:mode name="closer" on-no-match="deep-skip"/>
  <xsl:template match="tei:closer" mode="closer">
    <xsl:apply-templates select="* except e:milestones(.)" mode="closer"/>
    <xsl:variable name="last" as="element()*" select="e:last(.)"/>
    <xsl:if test="$last">
      <xsl:text>("", {</xsl:text>
      <xsl:apply-templates select="$last" mode="before"/>
      <xsl:text>}),</xsl:text>
    </xsl:if>
  </xsl:template>
  <xsl:template match="*" mode="closer">
    <xsl:sequence select="'(' || e:literal(local-name()) || ', '"/>
    <xsl:call-template name="e:content"/>
    <xsl:text>), </xsl:text>
  </xsl:template>

  <!-- Where a note is called in the first line of a paragraph or in the last but one, typst (0.15) may move that line
       to the next page, for a widow's or an orphan's sake, and leave the note behind. There, widows and orphans are
       the smaller evil. So are those of the text below a heading, if it is shorter than the lines kept with that. What
       line a call is in can only be guessed: by the characters before and after it. -->
  <xsl:variable name="e:line-length" as="xs:integer" select="80"/>
  <xsl:function name="e:breaks" as="xs:string">
    <xsl:param name="p" as="element()"/>
    <xsl:variable name="opens" as="xs:boolean" select="e:opens-text($p) and exists(e:notes-of-opening($p/..))"/>
    <xsl:sequence select="
        'orphan: true, '[if ($opens) then e:is-line($p) else e:call-at-start($p)]
        || 'widow: true, '[e:call-near-end($p) or $opens and e:length($p, $p//text()) lt 3 * $e:line-length]"/>
  </xsl:function>
  <!-- Whether a block is surely one line; the shortest lines hold so many characters. Of one that is no plain
       paragraph, no more than a line is known to stay together. -->
  <xsl:variable name="e:short-line" as="xs:integer" select="50"/>
  <xsl:function name="e:is-line" as="xs:boolean">
    <xsl:param name="block" as="element()"/>
    <xsl:sequence select="empty($block[self::tei:p][not(e:has-blocks(.))][e:length(., .//text()) gt $e:short-line])"/>
  </xsl:function>
  <xsl:function name="e:call-at-start" as="xs:boolean">
    <xsl:param name="p" as="element()"/>
    <xsl:sequence select="some $note in $p//tei:note satisfies e:length($p, $p//text()[. &lt;&lt; $note]) lt $e:line-length"/>
  </xsl:function>
  <xsl:function name="e:call-near-end" as="xs:boolean">
    <xsl:param name="p" as="element()"/>
    <xsl:sequence select="
        some $note in $p//tei:note satisfies e:length($p, $p//text()[. >> $note]) = 1 to 2 * $e:line-length"/>
  </xsl:function>
  <xsl:function name="e:length" as="xs:integer">
    <xsl:param name="p" as="element()"/>
    <xsl:param name="texts" as="text()*"/>
    <xsl:sequence select="string-length(string-join($texts[not(ancestor::tei:note) or $p/ancestor::tei:note]))"/>
  </xsl:function>
</xsl:stylesheet>
