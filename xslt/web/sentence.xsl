<?xml version="1.0" encoding="UTF-8"?>
<!-- The sentence in which something stands. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:tei="http://www.tei-c.org/ns/1.0" xmlns:e="urn:engross"
    exclude-result-prefixes="#all">

  <!-- How many characters of a sentence are quoted on either side, and where its end is looked for. -->
  <xsl:variable name="e:quoted" as="xs:integer" static="yes" select="140"/>

  <!-- A period after these ends no sentence. -->
  <xsl:variable name="e:abbreviated" as="xs:string" static="yes"
      select="'(^|[^\p{L}])(\p{Lu}|Mr|Mrs|Ms|Dr|Messrs|Gen|Lt|Col|Maj|Capt|Adm|Amb|Sec|Gov|Sen|Rep|Hon|St|Jr|Sr|No|Nos|Vol|vol|pp?|cf|e\.g|i\.e)\.\s'"/>

  <!-- An end of a sentence becomes a line feed, which a line of text does not hold. -->
  <xsl:function name="e:with-ends" as="xs:string" visibility="private">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="
        replace($text, $e:abbreviated, '$1$2.&#xA0;') => replace('([.?!][”’&quot;)]*) (\p{Lu}|[“‘(&quot;])', '$1&#10;$2')"/>
  </xsl:function>

  <!-- The words before the name, the name as `b`, the words after it: of the sentence, or as much as is quoted. -->
  <xsl:function name="e:sentence" as="node()*">
    <xsl:param name="name" as="element()"/>
    <xsl:variable name="block" as="element()?" select="
        $name/ancestor::*[self::tei:p or self::tei:head or self::tei:item or self::tei:note or self::tei:salute
          or self::tei:signed or self::tei:dateline][1]"/>
    <xsl:variable name="texts" as="node()*" select="
        $block//(text() | tei:lb)[ancestor::*[self::tei:note or . is $block][1] is $block]"/>
    <xsl:variable name="before" as="xs:string" select="e:tail(e:spaced($texts[. &lt;&lt; $name]))"/>
    <xsl:variable name="after" as="xs:string"
        select="e:start(e:spaced($texts[. >> $name][not(ancestor::* intersect $name)]))"/>
    <!-- an `X` stands for the name: a sentence may end right before it -->
    <xsl:variable name="first" as="xs:string" select="tokenize(e:with-ends($before || 'X'), '&#10;')[last()]"/>
    <xsl:value-of select="translate(substring($first, 1, string-length($first) - 1), '&#xA0;', ' ')"/>
    <b>{e:line($name)}</b>
    <xsl:value-of select="translate(tokenize(e:with-ends($after), '&#10;')[1], '&#xA0;', ' ')"/>
  </xsl:function>

  <!-- Nodes as one line: a line break of the text is a space. -->
  <xsl:function name="e:spaced" as="xs:string" visibility="private">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:sequence select="replace(string-join($nodes ! (if (self::tei:lb) then ' ' else string(.))), '\s+', ' ')"/>
  </xsl:function>

  <!-- The end of a text, cut at a word. -->
  <xsl:function name="e:tail" as="xs:string" visibility="private">
    <xsl:param name="text" as="xs:string"/>
    <xsl:variable name="length" as="xs:integer" select="string-length($text)"/>
    <xsl:sequence select="
        if ($length le $e:quoted) then $text
        else '… ' || substring-after(substring($text, $length - $e:quoted), ' ')"/>
  </xsl:function>

  <!-- The start of a text, cut at a word. -->
  <xsl:function name="e:start" as="xs:string" visibility="private">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="
        if (string-length($text) le $e:quoted) then $text
        else replace(substring($text, 1, $e:quoted), '\s\S*$', '') || ' …'"/>
  </xsl:function>

  <xsl:function name="e:first-sentence" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="translate(tokenize(e:with-ends($text), '&#10;')[1], '&#xA0;', ' ')"/>
  </xsl:function>

  <xsl:function name="e:line-of-note" as="xs:string">
    <xsl:param name="note" as="element(tei:note)"/>
    <xsl:variable name="parts" as="xs:string*">
      <xsl:for-each select="$note/node()">
        <xsl:apply-templates select="." mode="plain"/>
        <xsl:sequence select="' '[current()/self::tei:p]"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:sequence select="normalize-space(string-join($parts))"/>
  </xsl:function>
</xsl:stylesheet>
