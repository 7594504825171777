<?xml version="1.0" encoding="UTF-8"?>
<!-- Names, dates, places, abbreviations and references: links to what is known, quiet in the text.
     The attribute title says it without a script; a script shows it as a card. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:tei="http://www.tei-c.org/ns/1.0" xmlns:e="urn:engross"
    xmlns="http://www.w3.org/1999/xhtml" exclude-result-prefixes="#all">

  <!-- A mark that leads somewhere, or only marks. -->
  <xsl:template name="e:mark">
    <xsl:context-item as="element()" use="required"/>
    <xsl:param name="kind" as="xs:string" select="local-name()"/>
    <xsl:param name="address" as="xs:string?"/>
    <xsl:param name="known" as="xs:string" select="''"/>
    <xsl:param name="content" as="node()*">
      <xsl:apply-templates mode="text"/>
    </xsl:param>
    <xsl:element name="{if ($address) then 'a' else 'span'}">
      <xsl:attribute name="class" select="'mark', $kind"/>
      <xsl:if test="$address">
        <xsl:attribute name="href" select="$address"/>
      </xsl:if>
      <xsl:if test="$known">
        <xsl:attribute name="title" select="$known"/>
      </xsl:if>
      <xsl:if test="@cert">
        <xsl:attribute name="data-cert" select="@cert"/>
      </xsl:if>
      <xsl:if test="@evidence">
        <xsl:attribute name="data-evidence" select="@evidence"/>
      </xsl:if>
      <xsl:sequence select="$content"/>
    </xsl:element>
  </xsl:template>

  <xsl:mode name="said" on-no-match="deep-skip"/>
  <xsl:template match="@cert | @evidence" mode="said">
    <xsl:attribute name="data-{local-name()}" select="."/>
  </xsl:template>

  <xsl:template match="tei:persName" mode="text">
    <xsl:variable name="person" as="element(tei:person)?" select="e:person(.)"/>
    <xsl:call-template name="e:mark">
      <xsl:with-param name="address" select="$person ! e:person-page(@xml:id)"/>
      <xsl:with-param name="known" select="string-join($person ! (e:person-name(.), e:person-facts(.)[1]), ': ')"/>
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
      <xsl:with-param name="address" select="'lists/places.html#' || e:place-id(e:line(.))"/>
      <xsl:with-param name="known" select="e:label('place-listed')"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="tei:date" mode="text">
    <xsl:call-template name="e:mark">
      <xsl:with-param name="address" select="e:date-page((@when, @from, @notBefore)[1])"/>
      <xsl:with-param name="known" select="e:date-in-full(.)"/>
      <xsl:with-param name="content">
        <xsl:variable name="date" as="node()*">
          <xsl:apply-templates mode="text"/>
        </xsl:variable>
        <xsl:choose>
          <xsl:when test="e:is-html-date(@when)">
            <time datetime="{if (starts-with(@when, '--')) then substring(@when, 3) else @when}"><xsl:sequence select="$date"/></time>
          </xsl:when>
          <xsl:otherwise>
            <xsl:sequence select="$date"/>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- Whether HTML knows dates of this form: a day, a month, a year, or a day of any year. -->
  <xsl:function name="e:is-html-date" as="xs:boolean">
    <xsl:param name="when" as="xs:string?"/>
    <xsl:sequence select="
        string-length($when) = (4, 7, 10)
        and ($when castable as xs:date or $when castable as xs:gYearMonth or $when castable as xs:gYear
          or $when castable as xs:gMonthDay)"/>
  </xsl:function>

  <xsl:template match="tei:gloss | tei:term" mode="text">
    <xsl:call-template name="e:mark">
      <xsl:with-param name="address" select="@target ! ('lists/abbreviations.html#' || e:term-id(.))"/>
      <xsl:with-param name="known" select="e:expansion(.)"/>
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
