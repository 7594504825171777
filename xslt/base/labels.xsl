<?xml version="1.0" encoding="UTF-8"?>
<!-- What the stylesheets themselves say, in the language of the interface. One file of labels/ is one language. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:e="urn:engross" exclude-result-prefixes="#all">

  <!-- The languages that labels/ has a file for. Read when the stylesheet is compiled, not for each document. -->
  <xsl:variable name="e:languages" static="yes" as="map(xs:string, map(xs:string, xs:string))" select="
      map:merge(('en', 'de') ! map:entry(.,
        map:merge(doc('labels/' || . || '.xml')/labels/label ! map:entry(string(@key), string(.)))))"/>

  <!-- English where no file has the language: an unknown language must not stop an edition. Of a map(*), since a
       closer type would be checked label by label for each document. -->
  <xsl:variable name="e:labels" as="map(*)"
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

  <!-- What label says a date of which form, digits being zeros. -->
  <xsl:variable name="e:date-forms" static="yes" as="map(xs:string, xs:string)" select="
      map { '0000-00-00': 'date-year-month-day', '0000-00': 'date-year-month', '0000': 'date-year',
            '--00-00': 'date-month-day', '--00': 'date-month' }"/>

  <!-- The labels of dates cut at their brackets: for each language and form the text, `Y`, the text, `M` ... -->
  <xsl:variable name="e:date-patterns" static="yes" as="map(xs:string, map(xs:string, xs:string*))" select="
      map:merge(map:keys($e:languages) ! (let $labels := $e:languages(.) return map:entry(.,
        map:merge(map:keys($e:date-forms) ! map:entry(., tokenize($labels($e:date-forms(.)), '[\[\]]'))))))"/>

  <!-- A date of the forms 1965, 1965-09, 1965-09-25, 09-25 with two hyphens before it (and with a time after it)
       in words; any other string, and a month that no year has, as it is. -->
  <xsl:function name="e:date-words" as="xs:string">
    <xsl:param name="date" as="xs:string"/>
    <xsl:variable name="day" as="xs:string" select="if (contains($date, 'T')) then substring-before($date, 'T') else $date"/>
    <xsl:variable name="form" as="xs:string" select="translate($day, '123456789', '000000000')"/>
    <xsl:variable name="month" as="xs:string?" select="
        if (string-length($form) lt 5 and $form ne '--00') then '' else $e:months(substring($day, if (starts-with($form, '-')) then 3 else 6, 2))"/>
    <xsl:variable name="pattern" as="xs:string*" select="$e:dates($form)[exists($month)]"/>
    <xsl:sequence select="
        if (empty($pattern)) then $date
        else string-join($pattern ! (
          if (. eq 'Y') then substring($day, 1, 4)
          else if (. eq 'M') then $month
          else if (. eq 'D') then string(xs:integer(substring($day, string-length($day) - 1)))
          else .))"/>
  </xsl:function>

  <xsl:variable name="e:dates" as="map(*)"
      select="($e:date-patterns(tokenize($language, '-')[1]), $e:date-patterns('en'))[1]"/>
  <xsl:variable name="e:months" as="map(*)"
      select="map:merge((1 to 12) ! map:entry(format-integer(., '00'), $e:labels('month-' || .)))"/>
</xsl:stylesheet>
