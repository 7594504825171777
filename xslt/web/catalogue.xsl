<?xml version="1.0" encoding="UTF-8"?>
<!-- What the lists of the edition need to know of one document. In: its TEI. Out: an entry without a namespace:
     attributes for its facts, an element for each person, mention, date, place, abbreviation and open question. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:tei="http://www.tei-c.org/ns/1.0" xmlns:e="urn:engross"
    exclude-result-prefixes="#all">

  <xsl:import href="../base/base.xsl"/>
  <xsl:include href="addresses.xsl"/>
  <xsl:include href="sentence.xsl"/>

  <xsl:output method="xml" encoding="UTF-8" indent="no" omit-xml-declaration="yes"/>

  <xsl:template match="/" as="element(entry)">
    <xsl:apply-templates select="tei:TEI" mode="entry"/>
  </xsl:template>

  <xsl:mode name="entry" on-no-match="deep-skip" use-accumulators="e:paragraph"/>

  <xsl:template match="tei:TEI" mode="entry" as="element(entry)">
    <xsl:variable name="tei" as="element(tei:TEI)" select="."/>
    <entry id="{e:id(.)}" n="{e:number(.)}" title="{e:title(.)}" date="{e:date(.)}" place="{e:place(.)}"
        volume="{e:volume(.)}" source="{e:source-address(.)}" file="{e:source(.)/tei:idno[@type = 'filename']}">
      <xsl:for-each select="'sent', 'received'">
        <xsl:variable name="type" as="xs:string" select="."/>
        <xsl:for-each select="e:correspondents($tei, $type)">
          <correspondent type="{$type}" person="{e:person(.)/@xml:id}"
              name="{(e:person(.) ! e:person-name(.), e:line(.))[1]}"/>
        </xsl:for-each>
      </xsl:for-each>
      <xsl:for-each select="e:people(.)">
        <person id="{@xml:id}" name="{e:person-name(.)}">
          <xsl:for-each select="e:person-facts(.)">
            <fact>{.}</fact>
          </xsl:for-each>
        </person>
      </xsl:for-each>
      <xsl:apply-templates select="tei:text//*" mode="#current"/>
    </entry>
  </xsl:template>

  <xsl:template match="tei:persName" mode="entry" as="element(mention)?">
    <xsl:variable name="person" as="element(tei:person)?" select="e:person(.)"/>
    <xsl:if test="$person">
      <mention person="{$person/@xml:id}" at="{e:near(.)}">
        <xsl:sequence select="e:sentence(.)"/>
      </mention>
    </xsl:if>
  </xsl:template>

  <xsl:template match="tei:date[matches(@when, '^\d{4}')]" mode="entry" as="element(date)">
    <date when="{substring-before(@when || 'T', 'T')}" at="{e:near(.)}" text="{e:line(.)}"/>
  </xsl:template>

  <xsl:template match="tei:placeName" mode="entry" as="element(place)">
    <place id="{e:place-id(e:line(.))}" name="{e:line(.)}" at="{e:near(.)}"/>
  </xsl:template>

  <xsl:template match="tei:gloss[@target]" mode="entry" as="element(term)">
    <term id="{e:term-id(@target)}" name="{e:line(.)}" means="{e:expansion(.)}" at="{e:near(.)}"/>
  </xsl:template>

  <xsl:template match="tei:ref[starts-with(@target, '#')][not(e:target(@target)/ancestor::tei:text)]" mode="entry"
      as="element(reference)">
    <reference to="{e:sibling(ancestor::tei:TEI, substring(@target, 2))}"/>
  </xsl:template>

  <!-- Where a document is kept: what its note of source says first. The word `Source:` before it says nothing. -->
  <xsl:template match="tei:note[@type = 'source']" mode="entry" as="element(kept)">
    <kept at="{@xml:id}">{e:first-sentence(replace(e:line-of-note(.), '^\w+:\s+', ''))}</kept>
  </xsl:template>

  <xsl:template match="tei:note[not(e:is-anchored(.))]" mode="entry" as="element(open)" priority="2">
    <open kind="unplaced" at="{@xml:id}">{e:line-of-note(.)}</open>
  </xsl:template>

  <xsl:template match="tei:persName[not(@ref)]" mode="entry" as="element(open)" priority="2">
    <open kind="unknown-person" at="{e:near(.)}">{e:line(.)}</open>
  </xsl:template>

  <xsl:template match="tei:date[not(@when | @from | @to | @notBefore | @notAfter)]" mode="entry" as="element(open)" priority="2">
    <open kind="undated" at="{e:near(.)}">{e:line(.)}</open>
  </xsl:template>

  <xsl:template match="*[@cert = 'low'][self::tei:persName or self::tei:date or self::tei:note]" mode="entry" priority="3"
      as="element()*">
    <open kind="uncertain" at="{e:near(.)}">{if (self::tei:note) then e:note-mark(.) else e:line(.)}</open>
    <xsl:next-match/>
  </xsl:template>

  <!-- The id that an address of the page can lead to: of the note or the paragraph, or of the text. -->
  <xsl:function name="e:near" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="place" as="element()?" select="$element/ancestor-or-self::*[self::tei:note or self::tei:p][1]"/>
    <xsl:sequence select="
        string(if ($place/self::tei:p) then e:paragraph-id($place)
        else ($place/@xml:id, $element/ancestor::tei:div[last()]/@xml:id)[1])"/>
  </xsl:function>
</xsl:stylesheet>
