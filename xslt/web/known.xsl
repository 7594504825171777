<?xml version="1.0" encoding="UTF-8"?>
<!-- What the header of a document knows of people and abbreviations, read once for all the marks that mean them.
     A key is a pointer, `#p_RD1`. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:tei="http://www.tei-c.org/ns/1.0" xmlns:e="urn:engross"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" exclude-result-prefixes="#all">

  <!-- Of a person: the address of the page, the name, and the first thing that the edition's list says, if it says one. -->
  <xsl:variable name="e:known-people" as="map(*)" select="
      map:merge(e:people(/tei:TEI) ! map:entry('#' || @xml:id,
        (e:person-page(@xml:id), e:person-name(.), e:person-facts(.)[1])))"/>

  <!-- Of an abbreviation: what it stands for. -->
  <xsl:variable name="e:known-terms" as="map(*)" select="
      map:merge(/tei:TEI/tei:teiHeader/tei:encodingDesc/tei:classDecl/tei:taxonomy/tei:category
        ! map:entry('#' || @xml:id, normalize-space((tei:catDesc/tei:gloss, tei:gloss)[1])))"/>

  <xsl:function name="e:known-term" as="xs:string">
    <xsl:param name="gloss" as="element()"/>
    <xsl:sequence select="($e:known-terms(string($gloss/@target))[.], e:expansion($gloss))[1]"/>
  </xsl:function>

  <!-- The name of a correspondent: the edition's, or else as printed. -->
  <xsl:function name="e:name" as="xs:string">
    <xsl:param name="name" as="element()"/>
    <xsl:sequence select="($e:known-people(string($name/@ref))[2], e:said($name))[1]"/>
  </xsl:function>
</xsl:stylesheet>
