<?xml version="1.0" encoding="UTF-8"?>
<!-- Names, dates, places, abbreviations and references: links to what is known, quiet in the text.
     The attribute title says it without a script, at the first mark of a person or abbreviation; a script shows it at
     all of them as a card. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:tei="http://www.tei-c.org/ns/1.0" xmlns:e="urn:engross"
    xmlns="http://www.w3.org/1999/xhtml" exclude-result-prefixes="#all">

  <!-- Whether a mark can be a link: in a link no other can stand, so of two marks the outer one leads; a page break or a
       call of a note in a mark leads, and the mark only says what is known. -->
  <xsl:function name="e:is-open" as="xs:boolean">
    <xsl:param name="mark" as="element()"/>
    <xsl:sequence select="empty($mark/(descendant::tei:pb | descendant::tei:note))"/>
  </xsl:function>

  <!-- The first mark of each person and abbreviation, by its pointer, if it is a link: a long conversation names the same
       five people on every line, and what is known of them is longer than what they say. -->
  <xsl:variable name="e:first-marks" as="map(*)">
    <xsl:map>
      <xsl:for-each-group select="/tei:TEI/tei:text//(tei:persName | tei:gloss | tei:term)" group-by="@ref | @target">
        <xsl:if test="e:is-open(.) and empty(ancestor::*[self::tei:persName or self::tei:orgName or self::tei:date
            or self::tei:placeName or self::tei:gloss or self::tei:term or self::tei:ref or self::tei:time])">
          <xsl:map-entry key="string(current-grouping-key())" select="."/>
        </xsl:if>
      </xsl:for-each-group>
    </xsl:map>
  </xsl:variable>

  <!-- Whether an earlier mark says what this one could say. -->
  <xsl:function name="e:is-said" as="xs:boolean">
    <xsl:param name="mark" as="element()"/>
    <xsl:sequence select="
        let $first := $e:first-marks(string($mark/(@ref, @target)[1])) return exists($first) and not($first is $mark)"/>
  </xsl:function>

  <!-- A mark that leads somewhere, or only marks; what stands in it is written in the mode `inside`. -->
  <xsl:template name="e:mark">
    <xsl:context-item as="element()" use="required"/>
    <xsl:param name="address" as="xs:string?"/>
    <xsl:param name="known" as="xs:string?"/>
    <xsl:param name="linked" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:choose>
      <xsl:when test="$address and not($linked) and e:is-open(.)">
        <a class="mark {local-name()}" href="{$address}">
          <xsl:if test="$known and not(e:is-said(.))">
            <xsl:attribute name="title" select="$known"/>
          </xsl:if>
          <xsl:apply-templates select="@cert" mode="said"/>
          <xsl:apply-templates select="." mode="inside">
            <xsl:with-param name="linked" select="true()" tunnel="yes"/>
          </xsl:apply-templates>
        </a>
      </xsl:when>
      <xsl:otherwise>
        <span class="mark {local-name()}">
          <xsl:if test="$known">
            <xsl:attribute name="title" select="$known"/>
          </xsl:if>
          <xsl:apply-templates select="@cert" mode="said"/>
          <xsl:apply-templates select="." mode="inside"/>
        </span>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:mode name="inside" on-no-match="fail"/>
  <xsl:template match="*" mode="inside">
    <xsl:apply-templates mode="text"/>
  </xsl:template>

  <xsl:mode name="said" on-no-match="deep-skip"/>
  <!-- How sure a mark is, and on what evidence: said where it is not sure. -->
  <xsl:template match="@cert[. ne 'high']" mode="said">
    <xsl:attribute name="data-cert" select="."/>
    <xsl:if test="../@evidence">
      <xsl:attribute name="data-evidence" select="../@evidence"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="tei:persName" mode="text">
    <xsl:variable name="person" as="xs:string*" select="$e:known-people(string(@ref))"/>
    <xsl:call-template name="e:mark">
      <xsl:with-param name="address" select="$person[1]"/>
      <xsl:with-param name="known" select="string-join(tail($person), ': ')"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="tei:orgName" mode="text">
    <xsl:call-template name="e:mark">
      <xsl:with-param name="address" select="e:web-address(@ref)"/>
      <xsl:with-param name="known" select="string-join(e:target(@ref)/* ! e:line(.), ': ')"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="tei:time" mode="text">
    <xsl:call-template name="e:mark"/>
  </xsl:template>

  <xsl:template match="tei:placeName" mode="text">
    <xsl:call-template name="e:mark">
      <xsl:with-param name="address" select="e:place-page(e:place-id(e:line(.)))"/>
      <xsl:with-param name="known" select="e:label('place-listed')"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="tei:date" mode="text">
    <xsl:call-template name="e:mark">
      <xsl:with-param name="address" select="e:date-page((@when, @from, @notBefore)[1])"/>
      <xsl:with-param name="known" select="e:date-in-full(.)"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="tei:date[e:is-html-date(@when)]" mode="inside">
    <time datetime="{if (starts-with(@when, '--')) then substring(@when, 3) else @when}">
      <xsl:apply-templates mode="text"/>
    </time>
  </xsl:template>

  <!-- Whether HTML knows dates of this form: a day, a month, a year, or a day of any year. -->
  <xsl:function name="e:is-html-date" as="xs:boolean">
    <xsl:param name="when" as="xs:string?"/>
    <xsl:sequence select="
        let $length := string-length($when) return
        $length eq 10 and $when castable as xs:date
        or $length eq 7 and ($when castable as xs:gYearMonth or $when castable as xs:gMonthDay)
        or $length eq 4 and $when castable as xs:gYear"/>
  </xsl:function>

  <xsl:template match="tei:gloss | tei:term" mode="text">
    <xsl:call-template name="e:mark">
      <xsl:with-param name="address" select="@target ! e:term-page(e:term-id(.))"/>
      <xsl:with-param name="known" select="e:known-term(.)"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="tei:ref" mode="text">
    <xsl:call-template name="e:mark">
      <xsl:with-param name="address" select="e:reference(@target)"/>
    </xsl:call-template>
  </xsl:template>

  <!-- Within the document, to another document of the edition, to the web, or nowhere. `#d55` in the document
       `volume-d62` whose text is `d62` means the document `volume-d55`. -->
  <xsl:function name="e:reference" as="xs:string?">
    <xsl:param name="target" as="attribute()?"/>
    <xsl:variable name="name" as="xs:string" select="substring-after($target, '#')"/>
    <xsl:variable name="sibling" as="xs:string?" select="$target ! e:sibling(root(.)/tei:TEI, $name)"/>
    <xsl:sequence select="
        if (e:target($target)/ancestor::tei:text) then string($target)
        else if ($sibling = tokenize($referred)) then e:document-page($sibling)
        else e:web-address($target)"/>
  </xsl:function>
</xsl:stylesheet>
