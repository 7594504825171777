<?xml version="1.0" encoding="UTF-8"?>
<!-- Who wrote to whom: a picture, and the table that it draws. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:e="urn:engross"
    xmlns:math="http://www.w3.org/2005/xpath-functions/math"
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
    <xsl:call-template name="e:write">
      <xsl:with-param name="address" select="'lists/network.html'"/>
      <xsl:with-param name="title" select="e:label('network')"/>
      <xsl:with-param name="content">
        <xsl:choose>
          <xsl:when test="exists($pairs)">
            <xsl:sequence select="e:drawing($pairs), e:pairs($pairs, $catalogue)"/>
          </xsl:when>
          <xsl:otherwise>
            <p>{e:label('none')}</p>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:function name="e:pairs" as="element()">
    <xsl:param name="pairs" as="element(pair)*"/>
    <xsl:param name="catalogue" as="element(catalogue)"/>
    <div class="scroll" tabindex="0" role="region" aria-label="{e:label('network')}">
      <table>
        <caption>{e:label('about-network')}</caption>
        <tr>
          <th scope="col">{e:label('sent')}</th>
          <th scope="col">{e:label('received')}</th>
          <th scope="col">{e:label('documents')}</th>
        </tr>
        <xsl:for-each-group select="$pairs" group-by="@from, @to" composite="yes">
          <xsl:sort select="count(current-group())" order="descending"/>
          <xsl:sort select="@from" collation="{$e:sorting}"/>
          <xsl:sort select="@to" collation="{$e:sorting}"/>
          <tr>
            <td><xsl:sequence select="e:who(@from, @from-id)"/></td>
            <td><xsl:sequence select="e:who(@to, @to-id)"/></td>
            <td>
              <xsl:for-each select="current-group()">
                <xsl:if test="position() gt 1">, </xsl:if>
                <xsl:sequence select="e:link-into(key('e:entry', @id, $catalogue)[1], ())"/>
              </xsl:for-each>
            </td>
          </tr>
        </xsl:for-each-group>
      </table>
    </div>
  </xsl:function>

  <xsl:function name="e:who" as="node()">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="id" as="xs:string"/>
    <xsl:choose>
      <xsl:when test="$id">
        <a href="../{e:person-page($id)}">{$name}</a>
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
    <xsl:variable name="points" as="map(xs:string, xs:double*)">
      <xsl:map>
        <xsl:for-each select="$drawn">
          <xsl:variable name="angle" as="xs:double" select="2 * math:pi() * (position() - 1) div count($drawn)"/>
          <xsl:map-entry key="." select="round(400 + 210 * math:cos($angle), 1), round(260 + 210 * math:sin($angle), 1)"/>
        </xsl:for-each>
      </xsl:map>
    </xsl:variable>
    <svg xmlns="http://www.w3.org/2000/svg" class="network" viewBox="0 0 800 520" role="img" aria-label="{e:label('about-network')}">
      <xsl:for-each-group select="$pairs[@from = $drawn][@to = $drawn]" group-by="string-join(sort((@from, @to)), '&#10;')">
        <line x1="{$points(@from)[1]}" y1="{$points(@from)[2]}" x2="{$points(@to)[1]}" y2="{$points(@to)[2]}"
            stroke-width="{min((1 + count(current-group()) div 2, 8))}"/>
      </xsl:for-each-group>
      <xsl:for-each select="$drawn">
        <xsl:variable name="right" as="xs:boolean" select="$points(.)[1] ge 400"/>
        <circle cx="{$points(.)[1]}" cy="{$points(.)[2]}" r="4"/>
        <text x="{$points(.)[1] + (if ($right) then 9 else -9)}" y="{$points(.)[2] + 4}"
            text-anchor="{if ($right) then 'start' else 'end'}">{.}</text>
      </xsl:for-each>
    </svg>
  </xsl:function>
</xsl:stylesheet>
