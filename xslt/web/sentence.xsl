<?xml version="1.0" encoding="UTF-8"?>
<!-- The sentences of a block in which people are named. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:tei="http://www.tei-c.org/ns/1.0" xmlns:e="urn:engross"
    exclude-result-prefixes="#all">

  <!-- How many characters of a sentence are quoted on either side of a name. -->
  <xsl:variable name="e:quoted" as="xs:integer" static="yes" select="140"/>

  <!-- Words that end with a period and end no sentence; so does a single capital letter. -->
  <xsl:variable name="e:abbreviated" as="xs:string*" static="yes" select="
      tokenize('Mr. Mrs. Ms. Dr. Messrs. Gen. Lt. Col. Maj. Capt. Adm. Amb. Sec. Gov. Sen. Rep. Hon. St. Jr. Sr. No. Nos. Vol. vol. p. pp. cf.')"/>

  <!-- Characters for private use, which no document has: around a name `1 id 2 name 3`, and at the end of a sentence. -->
  <xsl:variable name="e:name" as="xs:string" static="yes" select="'&#xE001;'"/>
  <xsl:variable name="e:named" as="xs:string" static="yes" select="'&#xE002;'"/>
  <xsl:variable name="e:name-end" as="xs:string" static="yes" select="'&#xE003;'"/>
  <xsl:variable name="e:end" as="xs:string" static="yes" select="'&#xE004;'"/>

  <!-- The sentences of a line of text. The line is cut wherever a sentence could end, and then cuts that end none are
       passed over: one regular expression that knows it all takes three times as long. -->
  <xsl:function name="e:sentences" as="xs:string*">
    <xsl:param name="text" as="xs:string"/>
    <xsl:iterate select="tokenize($text, '[.?!][”’&quot;)]? ')[position() lt last()]">
      <xsl:param name="from" as="xs:integer" select="1"/>
      <xsl:param name="at" as="xs:integer" select="1"/>
      <xsl:on-completion select="substring($text, $from)[.]"/>
      <xsl:variable name="stop" as="xs:integer" select="$at + string-length(.)"/>
      <xsl:variable name="next" as="xs:integer" select="$stop + (if (substring($text, $stop + 1, 1) eq ' ') then 2 else 3)"/>
      <xsl:variable name="ends" as="xs:boolean"
          select="e:begins-sentence(substring($text, $next, 1)) and not(e:is-abbreviated(substring($text, $stop - 9, 10)))"/>
      <xsl:if test="$ends">
        <xsl:sequence select="substring($text, $from, $next - 1 - $from)"/>
      </xsl:if>
      <xsl:next-iteration>
        <xsl:with-param name="from" select="if ($ends) then $next else $from"/>
        <xsl:with-param name="at" select="$next"/>
      </xsl:next-iteration>
    </xsl:iterate>
  </xsl:function>

  <!-- A capital letter, a quotation mark or parenthesis that opens, or a name. -->
  <xsl:function name="e:begins-sentence" as="xs:boolean" visibility="private">
    <xsl:param name="character" as="xs:string"/>
    <xsl:sequence select="lower-case($character) ne $character or contains('“‘(&quot;' || $e:name, $character)"/>
  </xsl:function>

  <!-- Whether the last word of some characters is one that ends no sentence: `Mr.`, `W.`, `U.S.`. -->
  <xsl:function name="e:is-abbreviated" as="xs:boolean" visibility="private">
    <xsl:param name="characters" as="xs:string"/>
    <xsl:variable name="word" as="xs:string" select="tokenize(translate($characters, '(' || $e:named, '  '), ' ')[last()]"/>
    <xsl:sequence select="$word = $e:abbreviated or matches($word, '^(\p{Lu}\.)+$')"/>
  </xsl:function>

  <xsl:function name="e:first-sentence" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="(e:sentences($text), '')[1]"/>
  </xsl:function>

  <!-- A mention for each person whom a block names, in its sentence: the words before the name, the name as `b`, the
       words after it. `at` is the id that leads to the block. -->
  <xsl:function name="e:mentions" as="element(mention)*">
    <xsl:param name="block" as="element()"/>
    <xsl:param name="at" as="xs:string"/>
    <xsl:variable name="parts" as="xs:string*">
      <xsl:apply-templates select="$block/node()" mode="named"/>
    </xsl:variable>
    <xsl:variable name="text" as="xs:string" select="string-join($parts)"/>
    <xsl:if test="contains($text, $e:name)">
      <xsl:for-each select="e:sentences(normalize-space($text))[contains(., $e:name)]">
        <xsl:variable name="pieces" as="xs:string*" select="tokenize(., $e:name)"/>
        <xsl:variable name="plain" as="xs:string*"
            select="$pieces[1], tail($pieces) ! translate(substring-after(., $e:named), $e:name-end, '')"/>
        <xsl:for-each select="2 to count($pieces)">
          <xsl:variable name="k" as="xs:integer" select="."/>
          <xsl:variable name="name" as="xs:string" select="substring-before(substring-after($pieces[$k], $e:named), $e:name-end)"/>
          <mention person="{substring-before($pieces[$k], $e:named)}" at="{$at}">
            <xsl:value-of select="e:tail(string-join($plain[position() lt $k]))"/>
            <b>{$name}</b>
            <xsl:value-of select="
                e:start(substring-after($pieces[$k], $e:name-end) || string-join($plain[position() gt $k]))"/>
          </mention>
        </xsl:for-each>
      </xsl:for-each>
    </xsl:if>
  </xsl:function>

  <!-- The text of a block with its names marked; blocks and notes in it speak for themselves. -->
  <xsl:mode name="named" on-no-match="text-only-copy"/>
  <xsl:template match="text()" mode="named" as="xs:string">
    <xsl:sequence select="string(.)"/>
  </xsl:template>
  <xsl:template match="tei:lb" mode="named" as="xs:string">
    <xsl:sequence select="' '"/>
  </xsl:template>
  <xsl:template match="tei:note | tei:pb | tei:p | tei:list | tei:quote | tei:table" mode="named" as="xs:string*"/>
  <xsl:template match="tei:persName[@ref]" mode="named" as="xs:string*">
    <xsl:variable name="person" as="element(tei:person)?" select="e:person(.)"/>
    <xsl:sequence select="if ($person) then ($e:name, $person/@xml:id, $e:named, e:line(.), $e:name-end) else e:line(.)"/>
  </xsl:template>

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
        else string-join(tokenize(substring($text, 1, $e:quoted), ' ')[position() lt last()], ' ') || ' …'"/>
  </xsl:function>

  <!-- The text of a note as one line. -->
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
