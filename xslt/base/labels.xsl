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

  <!-- A date of the forms 1965, 1965-09, 1965-09-25, 09-25 with two hyphens before it (and with a time after it)
       in words; any other string as it is. -->
  <xsl:function name="e:date-words" as="xs:string">
    <xsl:param name="date" as="xs:string"/>
    <xsl:variable name="day" as="xs:string" select="substring-before($date || 'T', 'T')"/>
    <xsl:sequence select="
        if ($day castable as xs:date)
        then e:date-pattern('date-year-month-day', substring($day, 1, 4), substring($day, 6, 2), substring($day, 9, 2))
        else if ($day castable as xs:gYear) then e:date-pattern('date-year', $day, '', '')
        else if ($day castable as xs:gYearMonth)
        then e:date-pattern('date-year-month', substring($day, 1, 4), substring($day, 6, 2), '')
        else if ($day castable as xs:gMonthDay)
        then e:date-pattern('date-month-day', '', substring($day, 3, 2), substring($day, 6, 2))
        else if ($day castable as xs:gMonth) then e:date-pattern('date-month', '', substring($day, 3, 2), '')
        else $date"/>
  </xsl:function>

  <!-- A pattern of the labels with the year in place of `[Y]`, the month for `[M]`, the day for `[D]`. -->
  <xsl:function name="e:date-pattern" as="xs:string" visibility="private">
    <xsl:param name="pattern" as="xs:string"/>
    <xsl:param name="year" as="xs:string"/>
    <xsl:param name="month" as="xs:string"/>
    <xsl:param name="day" as="xs:string"/>
    <xsl:variable name="parts" as="xs:string*">
      <xsl:for-each select="tokenize(e:label($pattern), '[\[\]]')">
        <xsl:choose>
          <xsl:when test=". eq 'Y'">{$year}</xsl:when>
          <xsl:when test=". eq 'M'">{e:label('month-' || number($month))}</xsl:when>
          <xsl:when test=". eq 'D'">{number($day)}</xsl:when>
          <xsl:otherwise>{.}</xsl:otherwise>
        </xsl:choose>
      </xsl:for-each>
    </xsl:variable>
    <xsl:sequence select="string-join($parts)"/>
  </xsl:function>
</xsl:stylesheet>
