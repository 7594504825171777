<?xml version="1.0" encoding="UTF-8"?>
<!-- What the header says of a document. Each function takes the TEI element. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:tei="http://www.tei-c.org/ns/1.0" xmlns:e="urn:engross"
    exclude-result-prefixes="#all">

  <!-- What an element of the header says, as one line: there are no notes in it. -->
  <xsl:function name="e:said" as="xs:string">
    <xsl:param name="element" as="element()?"/>
    <xsl:sequence select="normalize-space($element)"/>
  </xsl:function>

  <!-- The id of the document in the edition: also the name of its files. -->
  <xsl:function name="e:id" as="xs:string">
    <xsl:param name="tei" as="element(tei:TEI)"/>
    <xsl:sequence select="string(($tei/@xml:id, $file)[1])"/>
  </xsl:function>

  <!-- The number of the document in its volume, as printed, or an empty string. -->
  <xsl:function name="e:number" as="xs:string">
    <xsl:param name="tei" as="element(tei:TEI)"/>
    <xsl:sequence select="string(($tei/tei:text/tei:body/tei:div/@n)[1])"/>
  </xsl:function>

  <!-- The id of the document that another document calls `#d55`: in `volume-d62`, whose text is `d62`, that is
       `volume-d55`. -->
  <xsl:function name="e:sibling" as="xs:string">
    <xsl:param name="tei" as="element(tei:TEI)"/>
    <xsl:param name="name" as="xs:string"/>
    <xsl:variable name="own" as="xs:string" select="string(($tei/tei:text/tei:body/tei:div/@xml:id)[1])"/>
    <xsl:sequence select="
        if ($own and ends-with(e:id($tei), '-' || $own))
        then substring(e:id($tei), 1, string-length(e:id($tei)) - string-length($own)) || $name
        else $name"/>
  </xsl:function>

  <!-- The title of the document, without its number. -->
  <xsl:function name="e:title" as="xs:string">
    <xsl:param name="tei" as="element(tei:TEI)"/>
    <xsl:sequence select="e:said($tei/tei:teiHeader/tei:fileDesc/tei:titleStmt/tei:title[1])"/>
  </xsl:function>

  <!-- The language of the document. -->
  <xsl:function name="e:text-language" as="xs:string">
    <xsl:param name="tei" as="element(tei:TEI)"/>
    <xsl:sequence select="string(($tei/@xml:lang, 'en')[1])"/>
  </xsl:function>

  <!-- The work that the document was printed in, or an empty string. -->
  <xsl:function name="e:volume" as="xs:string">
    <xsl:param name="tei" as="element(tei:TEI)"/>
    <xsl:sequence select="e:said(e:source($tei)/tei:title[1])"/>
  </xsl:function>

  <!-- Where the document was published before, if that is an address of the web. -->
  <xsl:function name="e:source-address" as="xs:string?">
    <xsl:param name="tei" as="element(tei:TEI)"/>
    <xsl:sequence select="e:web-address(e:source($tei)/tei:ref[1]/@target)"/>
  </xsl:function>

  <xsl:function name="e:source" as="element(tei:bibl)?">
    <xsl:param name="tei" as="element(tei:TEI)"/>
    <xsl:sequence select="$tei/tei:teiHeader/tei:fileDesc/tei:sourceDesc/tei:bibl[1]"/>
  </xsl:function>

  <xsl:function name="e:publication" as="element(tei:publicationStmt)?">
    <xsl:param name="tei" as="element(tei:TEI)"/>
    <xsl:sequence select="$tei/tei:teiHeader/tei:fileDesc/tei:publicationStmt"/>
  </xsl:function>

  <!-- When the document was written: a W3C date, or an empty string where that is not known. -->
  <xsl:function name="e:date" as="xs:string">
    <xsl:param name="tei" as="element(tei:TEI)"/>
    <xsl:variable name="creation" as="element(tei:date)?" select="$tei/tei:teiHeader/tei:profileDesc/tei:creation/tei:date[1]"/>
    <xsl:sequence select="string(($creation/@when, $creation/@from, $creation/@notBefore)[1])"/>
  </xsl:function>

  <!-- The same where its year is known, which has a place in the calendar; otherwise an empty string. -->
  <xsl:function name="e:calendar-date" as="xs:string">
    <xsl:param name="tei" as="element(tei:TEI)"/>
    <xsl:sequence select="string(e:date($tei)[not(starts-with(., '--'))])"/>
  </xsl:function>

  <!-- Where the document was written, or an empty string. -->
  <xsl:function name="e:place" as="xs:string">
    <xsl:param name="tei" as="element(tei:TEI)"/>
    <xsl:sequence select="e:said($tei/tei:teiHeader/tei:profileDesc/tei:creation/tei:placeName[1])"/>
  </xsl:function>

  <!-- Who sent (`sent`) or received (`received`) the document: the names of the header. -->
  <xsl:function name="e:correspondents" as="element()*">
    <xsl:param name="tei" as="element(tei:TEI)"/>
    <xsl:param name="type" as="xs:string"/>
    <xsl:sequence select="
        $tei/tei:teiHeader/tei:profileDesc/tei:correspDesc/tei:correspAction[@type = $type]/(tei:persName | tei:orgName)"/>
  </xsl:function>

  <!-- The people whom the document names and the edition knows. -->
  <xsl:function name="e:people" as="element(tei:person)*">
    <xsl:param name="tei" as="element(tei:TEI)"/>
    <xsl:sequence select="$tei/tei:teiHeader/tei:profileDesc/tei:particDesc/tei:listPerson/tei:person[@xml:id castable as xs:NCName]"/>
  </xsl:function>
</xsl:stylesheet>
