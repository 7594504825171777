<?xml version="1.0" encoding="UTF-8"?>
<!-- What the stylesheets themselves say, in the language of the interface. One file of labels/ is one language. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:e="urn:engross" exclude-result-prefixes="#all">

  <!-- The languages that labels/ has a file for. Read when the stylesheet is compiled, not for each document. -->
  <xsl:variable name="e:languages" static="yes" as="map(xs:string, map(xs:string, xs:string))" select="
      map:merge(('en', 'de') ! map:entry(.,
        map:merge(doc('labels/' || . || '.xml')/labels/label ! map:entry(string(@key), string(.)))))"/>

  <!-- English where no file has the language: an unknown language must not stop an edition. -->
  <xsl:variable name="e:labels" as="map(xs:string, xs:string)"
      select="($e:languages(tokenize($language, '-')[1]), $e:languages('en'))[1]"/>

  <!-- The label of a key. -->
  <xsl:function name="e:label" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:sequence select="
        if (map:contains($e:labels, $key)) then $e:labels($key)
        else error(xs:QName('e:label'), 'no label ' || $key || ' in the language ' || $language)"/>
  </xsl:function>

  <!-- The label of a key, with `{}` replaced by a value. -->
  <xsl:function name="e:label" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="value" as="xs:string"/>
    <xsl:variable name="label" as="xs:string" select="e:label($key)"/>
    <xsl:sequence select="substring-before($label, '{}') || $value || substring-after($label, '{}')"/>
  </xsl:function>

  <!-- A date of the forms 1965, 1965-09, 1965-09-25, 09-25 with two hyphens before it (and with a time after it)
       in words; any other string as it is. -->
  <xsl:function name="e:date-words" as="xs:string">
    <xsl:param name="date" as="xs:string"/>
    <xsl:variable name="form" as="xs:string" select="'^(\d{4}|-)(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?(T.*)?$'"/>
    <xsl:variable name="part" as="xs:string*" select="('$1', '$3', '$5') ! replace($date, $form, .)"/>
    <xsl:sequence select="
        if (not(matches($date, $form))) then $date
        else e:date-pattern($part)
             => replace('\[Y\]', $part[1])
             => replace('\[M\]', if ($part[2]) then e:label('month-' || number($part[2])) else '')
             => replace('\[D\]', string(number($part[3])))"/>
  </xsl:function>

  <!-- The pattern for a year (`-` where unknown), month and day, each empty where the date does not give it. -->
  <xsl:function name="e:date-pattern" as="xs:string" visibility="private">
    <xsl:param name="part" as="xs:string+"/>
    <xsl:sequence select="
        e:label('date' || '-year'[$part[1] ne '-'] || '-month'[$part[2]] || '-day'[$part[3]])"/>
  </xsl:function>
</xsl:stylesheet>
