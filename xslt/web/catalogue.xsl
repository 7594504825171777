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
    <xsl:if test="empty(tei:TEI/tei:text/tei:body)">
      <xsl:sequence select="error(xs:QName('e:no-tei'), 'this is not the TEI of a document: it has no TEI/text/body')"/>
    </xsl:if>
    <xsl:apply-templates select="tei:TEI" mode="entry"/>
  </xsl:template>

  <xsl:mode name="entry" on-no-match="shallow-skip"/>

  <xsl:template match="tei:TEI" mode="entry" as="element(entry)">
    <xsl:variable name="tei" as="element(tei:TEI)" select="."/>
    <entry id="{e:id(.)}" n="{e:number(.)}" title="{e:title(.)}" date="{e:calendar-date(.)}" written="{e:date(.)}" place="{e:place(.)}"
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
      <!-- where it was written, if the text itself does not say it -->
      <xsl:for-each select="e:place(.)[. ne ''][not(. = $tei/tei:text//tei:placeName/e:line(.))]">
        <place id="{e:place-id(.)}" name="{.}" at="{($tei/tei:text/tei:body/tei:div/@xml:id)[1]}"/>
      </xsl:for-each>
      <xsl:apply-templates select="tei:text" mode="#current">
        <xsl:with-param name="at" select="string((tei:text/tei:body/tei:div/@xml:id)[1])" tunnel="yes"/>
      </xsl:apply-templates>
    </entry>
  </xsl:template>

  <!-- A block quotes the people that it names; what else it says, and the notes in it, come after. -->
  <xsl:template mode="entry" as="element()*"
      match="tei:p | tei:head | tei:item | tei:salute | tei:signed | tei:dateline | tei:cell | tei:quote | tei:note">
    <xsl:param name="at" as="xs:string" tunnel="yes"/>
    <xsl:variable name="here" as="xs:string"
        select="string((self::tei:p ! e:paragraph-id(.), self::tei:note/@xml:id, $at)[1])"/>
    <xsl:if test=".//tei:persName">
      <xsl:sequence select="e:mentions(., $here)"/>
    </xsl:if>
    <xsl:apply-templates select="self::tei:note/(@type, @anchored, @cert)" mode="note">
      <xsl:with-param name="at" select="$here" tunnel="yes"/>
    </xsl:apply-templates>
    <xsl:apply-templates mode="#current">
      <xsl:with-param name="at" select="$here" tunnel="yes"/>
    </xsl:apply-templates>
  </xsl:template>

  <xsl:template match="tei:date[e:date-page((@when, @from, @notBefore)[1])]" mode="entry" as="element(date)">
    <xsl:param name="at" as="xs:string" tunnel="yes"/>
    <date when="{(@when, @from, @notBefore)[1]}" at="{$at}" text="{e:line(.)}"/>
  </xsl:template>

  <xsl:template match="tei:placeName" mode="entry" as="element(place)">
    <xsl:param name="at" as="xs:string" tunnel="yes"/>
    <place id="{e:place-id(e:line(.))}" name="{e:line(.)}" at="{$at}"/>
  </xsl:template>

  <xsl:template match="(tei:gloss | tei:term)[@target]" mode="entry" as="element(term)">
    <xsl:param name="at" as="xs:string" tunnel="yes"/>
    <term id="{e:term-id(@target)}" name="{e:line(.)}" means="{e:expansion(.)}" at="{$at}"/>
  </xsl:template>

  <xsl:template match="tei:ref[starts-with(@target, '#')][not(e:target(@target)/ancestor::tei:text)]" mode="entry"
      as="element(reference)">
    <reference to="{e:sibling(ancestor::tei:TEI, substring(@target, 2))}"/>
  </xsl:template>

  <xsl:mode name="note" on-no-match="deep-skip"/>

  <!-- Where a document is kept: what its note of source says first. The word `Source:` before it says nothing. -->
  <xsl:template match="@type[. = 'source']" mode="note" as="element(kept)">
    <xsl:param name="at" as="xs:string" tunnel="yes"/>
    <kept at="{$at}">{e:first-sentence(replace(e:line-of-note(..), '^\w+:\s+', ''))}</kept>
  </xsl:template>

  <xsl:template match="@anchored[. = 'false']" mode="note" as="element(open)">
    <xsl:param name="at" as="xs:string" tunnel="yes"/>
    <open kind="unplaced" at="{$at}">{e:line-of-note(..)}</open>
  </xsl:template>

  <xsl:template match="@cert[. = 'low']" mode="note" as="element(open)">
    <xsl:param name="at" as="xs:string" tunnel="yes"/>
    <open kind="uncertain-note" at="{$at}">{e:note-mark(..)}</open>
  </xsl:template>

  <xsl:template match="tei:persName[not(@ref)]" mode="entry" as="element(open)">
    <xsl:param name="at" as="xs:string" tunnel="yes"/>
    <open kind="unknown-person" at="{$at}">{e:line(.)}</open>
  </xsl:template>

  <xsl:template match="tei:date[not(@when | @from | @to | @notBefore | @notAfter)]" mode="entry" as="element(open)">
    <xsl:param name="at" as="xs:string" tunnel="yes"/>
    <open kind="undated" at="{$at}">{e:line(.)}</open>
  </xsl:template>

  <xsl:template match="(tei:persName | tei:date)[@cert = 'low']" mode="entry" priority="1" as="element()*">
    <xsl:param name="at" as="xs:string" tunnel="yes"/>
    <open kind="uncertain" at="{$at}">{e:line(.)}</open>
    <xsl:next-match/>
  </xsl:template>
</xsl:stylesheet>
