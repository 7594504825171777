<?xml version="1.0" encoding="UTF-8"?>
<!-- Who wrote to whom: a picture, and the table that it draws. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:e="urn:engross"
    xmlns:math="http://www.w3.org/2005/xpath-functions/math" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns="http://www.w3.org/1999/xhtml" exclude-result-prefixes="#all">

  <!-- The picture shows this many correspondents, those with the most letters; the table has all. -->
  <xsl:variable name="e:drawn" as="xs:integer" static="yes" select="24"/>

  <xsl:mode name="network" on-no-match="fail"/>

  <xsl:template match="catalogue" mode="network" as="empty-sequence()">
    <!-- one pair a letter: sender, recipient -->
    <xsl:variable name="pairs" as="element(pair)*">
      <xsl:for-each select="entry">
        <xsl:variable name="entry" as="element(entry)" select="."/>
        <xsl:for-each select="correspondent[@type = 'sent']">
          <xsl:variable name="sender" as="element(correspondent)" select="."/>
          <xsl:for-each select="$entry/correspondent[@type = 'received']">
            <pair xmlns="" from="{$sender/@name}" from-id="{$sender/@person}" to="{@name}" to-id="{@person}" id="{$entry/@id}"/>
          </xsl:for-each>
        </xsl:for-each>
      </xsl:for-each>
    </xsl:variable>
    <xsl:variable name="catalogue" as="element(catalogue)" select="."/>
    <xsl:variable name="rows" as="element(row)*">
      <xsl:for-each-group select="$pairs" group-by="@from, @to" composite="yes">
        <xsl:sort select="count(current-group())" order="descending"/>
        <xsl:sort select="@from" collation="{$e:sorting}"/>
        <xsl:sort select="@to" collation="{$e:sorting}"/>
        <row xmlns="">
          <xsl:copy-of select="@* except @id"/>
          <xsl:copy-of select="current-group()"/>
        </row>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:call-template name="e:write-leaves">
      <xsl:with-param name="address" select="'lists/network.html'"/>
      <xsl:with-param name="title" select="e:label('network')"/>
      <xsl:with-param name="items" select="$rows"/>
      <!-- the first rows have the most links -->
      <xsl:with-param name="size" select="$leaf-size idiv 2"/>
      <xsl:with-param name="lead">
        <xsl:choose>
          <xsl:when test="exists($pairs)">
            <xsl:sequence select="e:drawing($pairs)"/>
          </xsl:when>
          <xsl:otherwise>
            <p>{e:label('none')}</p>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:with-param>
      <xsl:with-param name="render" select="e:pairs(?, ?, $catalogue)"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:function name="e:pairs" as="element()?">
    <xsl:param name="rows" as="element(row)*"/>
    <xsl:param name="root" as="xs:string"/>
    <xsl:param name="catalogue" as="element(catalogue)"/>
    <xsl:if test="exists($rows)">
      <div class="scroll" tabindex="0" role="region" aria-label="{e:label('about-network')}">
        <table>
          <caption>{e:label('about-network')}</caption>
          <tr>
            <th scope="col">{e:label('sent')}</th>
            <th scope="col">{e:label('received')}</th>
            <th scope="col">{e:label('documents')}</th>
          </tr>
          <xsl:for-each select="$rows">
            <tr>
              <td><xsl:sequence select="e:who(@from, @from-id, $root)"/></td>
              <td><xsl:sequence select="e:who(@to, @to-id, $root)"/></td>
              <td>
                <xsl:for-each select="pair">
                  <xsl:if test="position() gt 1">, </xsl:if>
                  <xsl:sequence select="e:link-into(key('e:entry', @id, $catalogue)[1], (), $root)"/>
                </xsl:for-each>
              </td>
            </tr>
          </xsl:for-each>
        </table>
      </div>
    </xsl:if>
  </xsl:function>

  <xsl:function name="e:who" as="node()">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="root" as="xs:string"/>
    <xsl:choose>
      <xsl:when test="$id">
        <a href="{$root}{e:person-page($id)}">{$name}</a>
      </xsl:when>
      <xsl:otherwise>
        <bdi>{$name}</bdi>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- Correspondents on a circle, a line for each pair, thicker for more letters. -->
  <xsl:function name="e:drawing" as="element()">
    <xsl:param name="pairs" as="element(pair)*"/>
    <xsl:variable name="names" as="xs:string*">
      <xsl:for-each-group select="$pairs/(@from, @to)" group-by="string(.)">
        <xsl:sort select="count(current-group())" order="descending"/>
        <xsl:sort select="current-grouping-key()"/>
        <xsl:sequence select="current-grouping-key()[position() le $e:drawn]"/>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:variable name="drawn" as="xs:string*" select="$names[position() le $e:drawn]"/>
    <xsl:variable name="angles" as="map(xs:string, xs:double)" select="
        map:merge(for $at in 1 to count($drawn) return map:entry($drawn[$at], 360e0 * ($at - 1) div count($drawn)))"/>
    <div class="scroll" tabindex="0" role="region" aria-label="{e:label('network')}">
      <svg xmlns="http://www.w3.org/2000/svg" class="network" viewBox="-490 -490 980 980" role="img" aria-label="{e:label('about-network')}">
        <xsl:for-each-group select="$pairs[@from = $drawn][@to = $drawn]" group-by="string-join(sort((@from, @to)), '&#10;')">
          <path d="M{e:point($angles(@from))}Q0,0 {e:point($angles(@to))}" stroke-width="{min((1 + count(current-group()) div 3, 10))}"/>
        </xsl:for-each-group>
        <xsl:for-each select="$drawn">
          <xsl:variable name="angle" as="xs:double" select="$angles(.)"/>
          <xsl:variable name="left" as="xs:boolean" select="$angle gt 90 and $angle lt 270"/>
          <g transform="rotate({round($angle, 2)})">
            <circle cx="{$e:radius}" cy="0" r="4.5"/>
            <!-- on the left the text is turned once more, so that nothing stands on its head -->
            <text transform="translate({$e:radius + 12}){' rotate(180)'[$left]}" dy=".35em"
                text-anchor="{if ($left) then 'end' else 'start'}">{e:shortened(.)}</text>
          </g>
        </xsl:for-each>
      </svg>
    </div>
  </xsl:function>

  <xsl:variable name="e:radius" as="xs:integer" static="yes" select="200"/>
  <!-- How many characters of a name there is room for. -->
  <xsl:variable name="e:room" as="xs:integer" static="yes" select="34"/>

  <!-- The place on the circle at an angle, in degrees. -->
  <xsl:function name="e:point" as="xs:string">
    <xsl:param name="angle" as="xs:double"/>
    <xsl:variable name="turn" as="xs:double" select="$angle * math:pi() div 180"/>
    <xsl:sequence select="round($e:radius * math:cos($turn), 1) || ',' || round($e:radius * math:sin($turn), 1)"/>
  </xsl:function>

  <xsl:function name="e:shortened" as="xs:string">
    <xsl:param name="name" as="xs:string"/>
    <xsl:sequence select="if (string-length($name) le $e:room) then $name else substring($name, 1, $e:room - 1) || '…'"/>
  </xsl:function>
</xsl:stylesheet>
