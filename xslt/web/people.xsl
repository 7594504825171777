<?xml version="1.0" encoding="UTF-8"?>
<!-- The index of people and a page for each: who, offices, letters, every mention in its sentence. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:e="urn:engross"
    xmlns="http://www.w3.org/1999/xhtml" exclude-result-prefixes="#all">

  <xsl:key name="e:person" match="person" use="@id"/>
  <xsl:key name="e:mention" match="mention" use="@person"/>
  <xsl:key name="e:correspondent" match="correspondent[@person ne '']" use="@person"/>

  <xsl:mode name="people" on-no-match="fail"/>

  <xsl:template match="catalogue" mode="people" as="empty-sequence()">
    <xsl:variable name="people" as="element(person)*" select="entry/person[. is key('e:person', @id)[1]]"/>
    <xsl:call-template name="e:write-leaves">
      <xsl:with-param name="address" select="'lists/people.html'"/>
      <xsl:with-param name="title" select="e:label('people')"/>
      <xsl:with-param name="items" select="sort(sort($people, (), function($one) { $one/@id }), $e:sorting, function($one) { $one/@name })"/>
      <xsl:with-param name="size" select="300"/>
      <xsl:with-param name="lead">
        <xsl:if test="empty($people)">
          <p>{e:label('none')}</p>
        </xsl:if>
      </xsl:with-param>
      <xsl:with-param name="render" select="e:people-listed#2"/>
      <xsl:with-param name="named" select="function($some) { e:letters-of($some ! string(@name)) }"/>
    </xsl:call-template>
    <xsl:apply-templates select="$people" mode="people"/>
  </xsl:template>

  <xsl:function name="e:people-listed" as="element()?">
    <xsl:param name="people" as="element(person)*"/>
    <xsl:param name="root" as="xs:string"/>
    <xsl:where-populated>
      <ul class="entries plain index" role="list">
        <xsl:for-each select="$people">
          <li>
            <a href="{$root}{e:person-page(@id)}">{@name}</a>
            <span class="count">{count(key('e:mention', @id))}</span>
            <xsl:for-each select="fact[1]">
              <span class="about">{.}</span>
            </xsl:for-each>
          </li>
        </xsl:for-each>
      </ul>
    </xsl:where-populated>
  </xsl:function>

  <!-- So many mentions make a page, and so many letters stand before them. -->
  <xsl:variable name="e:mentions-a-page" as="xs:integer" static="yes" select="120"/>
  <xsl:variable name="e:letters-before" as="xs:integer" static="yes" select="30"/>

  <xsl:template match="person" mode="people" as="empty-sequence()">
    <xsl:variable name="mentions" as="element(mention)*" select="key('e:mention', @id)"/>
    <xsl:call-template name="e:write-leaves">
      <xsl:with-param name="address" select="e:person-page(@id)"/>
      <xsl:with-param name="title" select="string(@name)"/>
      <xsl:with-param name="kind" select="'person'"/>
      <xsl:with-param name="items" select="$mentions"/>
      <xsl:with-param name="size" select="$e:mentions-a-page"/>
      <xsl:with-param name="lead">
        <xsl:sequence select="e:about(.)"/>
        <h2>{e:counted('mentions', count($mentions))}</h2>
      </xsl:with-param>
      <xsl:with-param name="render" select="e:mentions-of#2"/>
      <xsl:with-param name="named" select="function($some) { e:numbers($some/..) }"/>
    </xsl:call-template>
    <xsl:variable name="person" as="element(person)" select="."/>
    <xsl:for-each select="('sent', 'received')[count(e:letters($person, .)) gt $e:letters-before]">
      <xsl:call-template name="e:write-leaves">
        <xsl:with-param name="address" select="e:letters-page($person/@id, .)"/>
        <xsl:with-param name="title" select="$person/@name || ': ' || e:label(. || '-by')"/>
        <xsl:with-param name="kind" select="'person'"/>
        <xsl:with-param name="items" select="e:letters($person, .)"/>
        <xsl:with-param name="lead">
          <p class="quiet"><a href="../../{e:person-page($person/@id)}">{$person/@name}</a></p>
        </xsl:with-param>
        <xsl:with-param name="render" select="e:entries#2"/>
        <xsl:with-param name="named" select="e:numbers#1"/>
      </xsl:call-template>
    </xsl:for-each>
  </xsl:template>

  <!-- Who it is, and the letters. -->
  <xsl:function name="e:about" as="element()*">
    <xsl:param name="person" as="element(person)"/>
    <xsl:for-each select="distinct-values(key('e:person', $person/@id, root($person))/fact ! string(.))">
      <p class="lead">{.}</p>
    </xsl:for-each>
    <xsl:for-each select="'sent', 'received'">
      <xsl:variable name="letters" as="element(entry)*" select="e:letters($person, .)"/>
      <xsl:if test="exists($letters)">
        <h2>{e:label(. || '-by')}</h2>
        <xsl:sequence select="e:others($letters, if (. eq 'sent') then 'received' else 'sent')"/>
        <xsl:choose>
          <xsl:when test="count($letters) le $e:letters-before">
            <xsl:sequence select="e:entries($letters, '../')"/>
          </xsl:when>
          <xsl:otherwise>
            <p><a href="../{e:letters-page($person/@id, .)}">{e:counted('documents', count($letters))}</a></p>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:if>
    </xsl:for-each>
  </xsl:function>

  <xsl:function name="e:letters-page" as="xs:string">
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="type" as="xs:string"/>
    <xsl:sequence select="'people/' || encode-for-uri($id) || '/' || $type || '.html'"/>
  </xsl:function>

  <!-- What a person sent or received. -->
  <xsl:function name="e:letters" as="element(entry)*">
    <xsl:param name="person" as="element(person)"/>
    <xsl:param name="type" as="xs:string"/>
    <xsl:sequence select="key('e:correspondent', $person/@id, root($person))[@type = $type]/.."/>
  </xsl:function>

  <!-- Whom the letters went to, or came from, and how many. -->
  <xsl:function name="e:others" as="element()?">
    <xsl:param name="letters" as="element(entry)*"/>
    <xsl:param name="type" as="xs:string"/>
    <xsl:where-populated>
      <p class="others">
        <xsl:for-each-group select="$letters/correspondent[@type = $type]" group-by="@name">
          <xsl:sort select="count(current-group())" order="descending"/>
          <xsl:sort select="current-grouping-key()" collation="{$e:sorting}"/>
          <xsl:if test="position() eq 1">{e:label($type)} </xsl:if>
          <xsl:if test="position() gt 1">; </xsl:if>
          <xsl:sequence select="e:who(@name, @person, '../')"/>
          <xsl:if test="count(current-group()) gt 1">
            <span class="count">×{count(current-group())}</span>
          </xsl:if>
        </xsl:for-each-group>
      </p>
    </xsl:where-populated>
  </xsl:function>

  <!-- Mentions by their documents. -->
  <xsl:function name="e:mentions-of" as="element()?">
    <xsl:param name="mentions" as="element(mention)*"/>
    <xsl:param name="root" as="xs:string"/>
    <xsl:where-populated>
    <ul class="entries" role="list">
      <xsl:for-each-group select="$mentions" group-adjacent="string(../@id)">
        <li>
          <xsl:sequence select="e:entry(.., $root)/node()"/>
          <ul class="mentions" role="list">
            <xsl:apply-templates select="current-group()" mode="people">
              <xsl:with-param name="root" select="$root"/>
            </xsl:apply-templates>
          </ul>
        </li>
      </xsl:for-each-group>
    </ul>
    </xsl:where-populated>
  </xsl:function>

  <!-- The sentence; the name in it leads to its place. -->
  <xsl:template match="mention" mode="people" as="element()">
    <xsl:param name="root" as="xs:string"/>
    <li>
      <xsl:value-of select="b/preceding-sibling::node()"/>
      <a href="{e:place-in(.., @at, $root)}">{b}</a>
      <xsl:value-of select="b/following-sibling::node()"/>
    </li>
  </xsl:template>
</xsl:stylesheet>
