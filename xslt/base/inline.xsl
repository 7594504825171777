<?xml version="1.0" encoding="UTF-8"?>
<!-- What is known of a name, a date or an abbreviation in the text. How it is marked is the medium's own. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:tei="http://www.tei-c.org/ns/1.0" xmlns:e="urn:engross"
    exclude-result-prefixes="#all">

  <!-- Text as characters. A medium that must quote them overrides this rule. -->
  <xsl:template match="text()" mode="text">
    <xsl:value-of select="."/>
  </xsl:template>

  <!-- The person whom a name means, where that was decided. -->
  <xsl:function name="e:person" as="element(tei:person)?">
    <xsl:param name="name" as="element()"/>
    <xsl:sequence select="e:target($name/@ref)[self::tei:person]"/>
  </xsl:function>

  <!-- A person's name as the edition's list gives it. -->
  <xsl:function name="e:person-name" as="xs:string">
    <xsl:param name="person" as="element(tei:person)"/>
    <xsl:sequence select="e:said($person/tei:persName[1])"/>
  </xsl:function>

  <!-- What the edition's list says of a person: offices and the like. -->
  <xsl:function name="e:person-facts" as="xs:string*">
    <xsl:param name="person" as="element(tei:person)"/>
    <xsl:sequence select="$person/(tei:note | tei:occupation | tei:affiliation) ! normalize-space(.)[.]"/>
  </xsl:function>

  <!-- What an abbreviation stands for, where the file says so, or an empty string. -->
  <xsl:function name="e:expansion" as="xs:string">
    <xsl:param name="gloss" as="element()"/>
    <xsl:variable name="entry" as="element()?" select="e:target($gloss/@target)"/>
    <xsl:sequence select="normalize-space(string(($entry/(. | tei:catDesc)/tei:gloss, $entry/tei:expan, $entry/tei:desc, $entry/tei:def, $entry)[1]))"/>
  </xsl:function>

  <!-- The date that a date in the text means, in the words of the interface, or an empty string. -->
  <xsl:function name="e:date-in-full" as="xs:string">
    <xsl:param name="date" as="element()"/>
    <xsl:sequence select="
        if ($date/@when) then e:date-words($date/@when)
        else string-join(($date/@from, $date/@notBefore)[1] ! e:date-words(.))
             || ' – '[$date/(@from | @to | @notBefore | @notAfter)]
             || string-join(($date/@to, $date/@notAfter)[1] ! e:date-words(.))"/>
  </xsl:function>
</xsl:stylesheet>
