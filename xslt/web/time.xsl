<?xml version="1.0" encoding="UTF-8"?>
<!-- The timeline, the documents by date, and a page for each year and month. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:e="urn:engross"
    xmlns:math="http://www.w3.org/2005/xpath-functions/math"
    xmlns="http://www.w3.org/1999/xhtml" exclude-result-prefixes="#all">

  <xsl:mode name="time" on-no-match="fail"/>

  <xsl:key name="e:written" match="entry[@date ne '']" use="substring(@date, 1, 4), substring(@date, 1, 7)"/>
  <xsl:key name="e:spoken" match="entry/date" use="substring(@when, 1, 4), substring(@when, 1, 7)"/>

  <xsl:template match="catalogue" mode="time" as="empty-sequence()">
    <xsl:variable name="catalogue" as="element(catalogue)" select="."/>
    <xsl:variable name="spans" as="xs:string*"
        select="sort(distinct-values((entry/@date[. ne ''], entry/date/@when) ! (substring(., 1, 4), substring(., 1, 7)))[matches(., '^\d{4}(-\d\d)?$')])"/>
    <xsl:variable name="years" as="xs:string*" select="$spans[string-length(.) eq 4]"/>
    <xsl:call-template name="e:write">
      <xsl:with-param name="address" select="'lists/timeline.html'"/>
      <xsl:with-param name="title" select="e:label('timeline')"/>
      <xsl:with-param name="content">
        <xsl:sequence select="e:timeline($catalogue), e:spans($years, $catalogue, '../')"/>
      </xsl:with-param>
    </xsl:call-template>
    <xsl:variable name="dated" as="element(entry)*" select="entry[@date ne '']"/>
    <xsl:call-template name="e:write">
      <xsl:with-param name="address" select="'lists/by-date.html'"/>
      <xsl:with-param name="title" select="e:label('by-date')"/>
      <xsl:with-param name="content" select="
          if (count(entry) le $leaf-size) then e:dated(entry, '../')
          else (e:spans($spans[. = $dated/@date ! substring(., 1, 7)], $catalogue, '../'), e:dated(entry[@date eq ''], '../'))"/>
    </xsl:call-template>
    <xsl:for-each select="$spans">
      <xsl:variable name="span" as="xs:string" select="."/>
      <xsl:variable name="written" as="element(entry)*" select="key('e:written', $span, $catalogue)[substring(@date, 1, 7) eq $span]"/>
      <xsl:call-template name="e:write-leaves">
        <xsl:with-param name="address" select="e:span-page(.)"/>
        <xsl:with-param name="title" select="e:date-words(.)"/>
        <xsl:with-param name="items" select="sort($written, (), function($one) { $one/@date })"/>
        <xsl:with-param name="size" select="150"/>
        <xsl:with-param name="lead">
          <xsl:sequence select="
              e:span-neighbours($span, $spans[string-length(.) eq string-length($span)]),
              e:spans($spans[starts-with(., $span || '-')], $catalogue, '../'),
              e:spoken($span, $catalogue)"/>
          <xsl:if test="exists($written)">
            <h2>{e:label('documents')}</h2>
          </xsl:if>
        </xsl:with-param>
        <xsl:with-param name="render" select="e:entries#2"/>
        <xsl:with-param name="named" select="function($some) { string-join(distinct-values(($some[1], $some[last()]) ! substring(@date, 9, 2)), '–') }"/>
      </xsl:call-template>
    </xsl:for-each>
  </xsl:template>

  <!-- Months or years: how many documents and dates each has. -->
  <xsl:function name="e:spans" as="element()?">
    <xsl:param name="spans" as="xs:string*"/>
    <xsl:param name="catalogue" as="element(catalogue)"/>
    <xsl:param name="root" as="xs:string"/>
    <xsl:if test="exists($spans)">
      <div class="scroll" tabindex="0" role="region" aria-label="{e:label('years')}">
        <table>
          <caption>{e:label('about-timeline')}</caption>
          <tr>
            <th scope="col">{e:label(if (string-length($spans[1]) eq 4) then 'year' else 'month')}</th>
            <th scope="col" class="n">{e:label('documents')}</th>
            <th scope="col" class="n">{e:label('dates-spoken-of')}</th>
          </tr>
          <xsl:for-each select="$spans">
            <tr>
              <td><a href="{$root}{e:span-page(.)}">{e:date-words(.)}</a></td>
              <td class="n">{count(key('e:written', ., $catalogue))}</td>
              <td class="n">{count(key('e:spoken', ., $catalogue))}</td>
            </tr>
          </xsl:for-each>
        </table>
      </div>
    </xsl:if>
  </xsl:function>

  <!-- The month or year before and after, and the year of a month. -->
  <xsl:function name="e:span-neighbours" as="element()">
    <xsl:param name="span" as="xs:string"/>
    <xsl:param name="spans" as="xs:string*"/>
    <xsl:variable name="at" as="xs:integer" select="index-of($spans, $span)"/>
    <p class="leaves">
      <xsl:for-each select="$spans[$at - 1], substring($span, 1, 4)[. ne $span], $spans[$at + 1]">
        <a href="../{e:span-page(.)}">{e:date-words(.)}</a>
      </xsl:for-each>
    </p>
  </xsl:function>

  <!-- Documents by month; those without a date come last. -->
  <xsl:function name="e:dated" as="element()*">
    <xsl:param name="entries" as="element(entry)*"/>
    <xsl:param name="root" as="xs:string"/>
    <xsl:for-each-group select="$entries[@date ne '']" group-by="substring(@date, 1, 7)">
      <xsl:sort select="current-grouping-key()"/>
      <h2>{e:date-words(current-grouping-key())}</h2>
      <xsl:sequence select="e:entries(sort(current-group(), (), function($one) { $one/@date }), $root)"/>
    </xsl:for-each-group>
    <xsl:sequence select="e:entries($entries[@date eq ''], $root)"/>
  </xsl:function>

  <!-- The dates of a month that documents speak of, or those of a year that name no month. -->
  <xsl:function name="e:spoken" as="element()*">
    <xsl:param name="span" as="xs:string"/>
    <xsl:param name="catalogue" as="element(catalogue)"/>
    <xsl:variable name="spoken" as="element(date)*" select="key('e:spoken', $span, $catalogue)[substring(@when, 1, 7) eq $span]"/>
    <xsl:if test="exists($spoken)">
      <h2>{e:label('dates-spoken-of')}</h2>
      <dl class="dates">
        <xsl:for-each-group select="$spoken" group-by="@when">
          <xsl:sort select="current-grouping-key()"/>
          <dt id="{e:date-id(current-grouping-key())}">{e:date-words(current-grouping-key())}</dt>
          <dd>
            <xsl:sequence select="e:links-into(current-group(), '../')"/>
          </dd>
        </xsl:for-each-group>
      </dl>
    </xsl:if>
  </xsl:function>

  <!-- How many years before the first document the picture begins, and after the last it ends. -->
  <xsl:variable name="e:years-around" as="xs:integer" static="yes" select="2"/>
  <!-- Up to this many years are drawn month by month. -->
  <xsl:variable name="e:years-of-months" as="xs:integer" static="yes" select="8"/>

  <!-- A picture of how many documents were written, and of how many dates they speak, month by month or year by year. -->
  <xsl:function name="e:timeline" as="element()*">
    <xsl:param name="catalogue" as="element(catalogue)"/>
    <xsl:variable name="written" as="xs:integer*" select="$catalogue/entry/@date[. ne ''] ! xs:integer(substring(., 1, 4))"/>
    <xsl:if test="exists($written)">
      <xsl:variable name="first" as="xs:integer" select="min($written) - $e:years-around"/>
      <xsl:variable name="last" as="xs:integer" select="max($written) + $e:years-around"/>
      <xsl:variable name="monthly" as="xs:boolean" select="$last - $first lt $e:years-of-months"/>
      <xsl:variable name="units" as="xs:string*" select="
          for $year in $first to $last, $month in 1 to (if ($monthly) then 12 else 1)
          return format-integer($year, '0000') || ('-' || format-integer($month, '00'))[$monthly]"/>
      <xsl:variable name="spoken" as="xs:integer*" select="e:counts($catalogue/entry/date/@when, $units)"/>
      <xsl:variable name="sent" as="xs:integer*" select="e:counts($catalogue/entry/@date, $units)"/>
      <p class="quiet">
        <span class="key written"/>{e:label('documents')}&#x2003;<span class="key"/>{e:label('dates-spoken-of')}
      </p>
      <xsl:sequence select="e:bars($units, $sent, $spoken)"/>
    </xsl:if>
  </xsl:function>

  <xsl:function name="e:counts" as="xs:integer*">
    <xsl:param name="dates" as="xs:string*"/>
    <xsl:param name="units" as="xs:string*"/>
    <xsl:variable name="counts" as="map(xs:string, xs:integer)">
      <xsl:map>
        <xsl:for-each-group select="$dates" group-by="substring(., 1, string-length($units[1]))">
          <xsl:map-entry key="current-grouping-key()" select="count(current-group())"/>
        </xsl:for-each-group>
      </xsl:map>
    </xsl:variable>
    <xsl:sequence select="$units ! ($counts(.), 0)[1]"/>
  </xsl:function>

  <xsl:function name="e:bars" as="element()">
    <xsl:param name="units" as="xs:string*"/>
    <xsl:param name="written" as="xs:integer*"/>
    <xsl:param name="spoken" as="xs:integer*"/>
    <xsl:variable name="step" as="xs:decimal" select="800 div count($units)"/>
    <xsl:variable name="tallest" as="xs:integer" select="max(($written, $spoken, 1))"/>
    <svg xmlns="http://www.w3.org/2000/svg" class="timeline" viewBox="0 0 800 170" role="img" aria-label="{e:label('about-timeline')}">
      <xsl:for-each select="$units">
        <xsl:variable name="at" as="xs:integer" select="position()"/>
        <xsl:variable name="x" as="xs:decimal" select="round(($at - 1) * $step, 2)"/>
        <xsl:sequence select="
            e:bar('spoken', $spoken[$at] div $tallest, $x, $step * 0.86), e:bar('written', $written[$at] div $tallest, $x + $step * 0.22, $step * 0.42)"/>
        <xsl:if test="string-length(.) eq 4 and ($step ge 30 or xs:integer(.) mod 10 eq 0) or ends-with(., '-01')">
          <text x="{$x}" y="162">{substring(., 1, 4)}</text>
        </xsl:if>
      </xsl:for-each>
    </svg>
  </xsl:function>

  <!-- One bar; its height grows with the square root, so that one letter shows beside hundreds. -->
  <xsl:function name="e:bar" as="element()?">
    <xsl:param name="class" as="xs:string"/>
    <xsl:param name="share" as="xs:decimal"/>
    <xsl:param name="x" as="xs:decimal"/>
    <xsl:param name="width" as="xs:decimal"/>
    <xsl:variable name="height" as="xs:double" select="round(140 * math:sqrt($share), 1)"/>
    <xsl:if test="$height gt 0">
      <rect xmlns="http://www.w3.org/2000/svg" class="{$class}" x="{round($x, 2)}" y="{145 - $height}"
          width="{round($width, 2)}" height="{$height}"/>
    </xsl:if>
  </xsl:function>
</xsl:stylesheet>
