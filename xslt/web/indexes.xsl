<?xml version="1.0" encoding="UTF-8"?>
<!-- The indexes of places, abbreviations and sources. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:e="urn:engross"
    xmlns="http://www.w3.org/1999/xhtml" exclude-result-prefixes="#all">

  <xsl:mode name="indexes" on-no-match="fail"/>

  <xsl:template match="catalogue" mode="indexes" as="empty-sequence()">
    <xsl:call-template name="e:index">
      <xsl:with-param name="name" select="'places'"/>
      <xsl:with-param name="marks" select="entry/place"/>
      <xsl:with-param name="page" select="e:place-page#1"/>
    </xsl:call-template>
    <xsl:call-template name="e:index">
      <xsl:with-param name="name" select="'abbreviations'"/>
      <xsl:with-param name="marks" select="entry/term"/>
      <xsl:with-param name="page" select="e:term-page#1"/>
    </xsl:call-template>
    <xsl:call-template name="e:sources">
      <xsl:with-param name="kept" select="entry/kept"/>
    </xsl:call-template>
  </xsl:template>

  <!-- The places and abbreviations of a document by its id, their kind and their own. -->
  <xsl:key name="e:marked" match="place | term" use="../@id || ' ' || name() || ' ' || @id"/>

  <!-- Names by the alphabet, and a page for each with the documents where it stands. -->
  <xsl:template name="e:index" as="empty-sequence()">
    <xsl:param name="name" as="xs:string" required="yes"/>
    <xsl:param name="marks" as="element()*" required="yes"/>
    <xsl:param name="page" as="function(xs:string) as xs:string" required="yes"/>
    <xsl:variable name="found" as="element(found)*">
      <xsl:for-each-group select="$marks" group-by="@id">
        <xsl:sort select="@name" collation="{$e:sorting}"/>
        <xsl:sort select="@id"/>
        <found xmlns="" id="{@id}" name="{string-join(distinct-values(current-group()/@name), ', ')}"
            means="{(current-group()/@means[. ne ''])[1]}" count="{count(current-group()/..)}"/>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:call-template name="e:write-leaves">
      <xsl:with-param name="address" select="'lists/' || $name || '.html'"/>
      <xsl:with-param name="title" select="e:label($name)"/>
      <xsl:with-param name="items" select="$found"/>
      <xsl:with-param name="size" select="300"/>
      <xsl:with-param name="lead">
        <xsl:if test="empty($found)">
          <p>{e:label('none')}</p>
        </xsl:if>
      </xsl:with-param>
      <xsl:with-param name="render" select="e:names-listed(?, ?, $page)"/>
      <xsl:with-param name="named" select="function($some) { e:letters-of($some ! string(@name)) }"/>
    </xsl:call-template>
    <xsl:for-each-group select="$marks" group-by="@id">
      <xsl:variable name="one" as="element(found)" select="$found[@id eq current-grouping-key()]"/>
      <xsl:call-template name="e:write-leaves">
        <xsl:with-param name="address" select="$page(@id)"/>
        <xsl:with-param name="title" select="string($one/@name)"/>
        <xsl:with-param name="items" select="current-group()/.."/>
        <xsl:with-param name="lead">
          <xsl:if test="$one/@means ne ''">
            <p class="lead">{$one/@means}</p>
          </xsl:if>
        </xsl:with-param>
        <xsl:with-param name="render" select="e:marked(?, ?, name() || ' ' || @id)"/>
        <xsl:with-param name="named" select="e:numbers#1"/>
      </xsl:call-template>
    </xsl:for-each-group>
  </xsl:template>

  <xsl:function name="e:names-listed" as="element()?">
    <xsl:param name="found" as="element(found)*"/>
    <xsl:param name="root" as="xs:string"/>
    <xsl:param name="page" as="function(xs:string) as xs:string"/>
    <xsl:where-populated>
      <ul class="entries plain index" role="list">
        <xsl:for-each select="$found">
          <li>
            <a href="{$root}{$page(@id)}">{@name}</a>
            <span class="count">{@count}</span>
            <xsl:if test="@means ne ''">
              <span class="about">{@means}</span>
            </xsl:if>
          </li>
        </xsl:for-each>
      </ul>
    </xsl:where-populated>
  </xsl:function>

  <!-- Documents where a place or an abbreviation stands; `mark` is its kind and its id. -->
  <xsl:function name="e:marked" as="element()?">
    <xsl:param name="entries" as="element(entry)*"/>
    <xsl:param name="root" as="xs:string"/>
    <xsl:param name="mark" as="xs:string"/>
    <xsl:where-populated>
      <ul class="entries" role="list">
        <xsl:for-each select="$entries">
          <xsl:variable name="marks" as="element()*" select="key('e:marked', @id || ' ' || $mark)"/>
          <xsl:sequence select="e:entry(., $root, $marks[1]/@at, count($marks))"/>
        </xsl:for-each>
      </ul>
    </xsl:where-populated>
  </xsl:function>

  <!-- Where documents are kept, by the repository, which is what stands before the first comma. Where there are many,
       each repository has a page. -->
  <xsl:template name="e:sources" as="empty-sequence()">
    <xsl:param name="kept" as="element(kept)*" required="yes"/>
    <xsl:variable name="many" as="xs:boolean" select="count($kept) gt $leaf-size"/>
    <xsl:call-template name="e:write">
      <xsl:with-param name="address" select="'lists/sources.html'"/>
      <xsl:with-param name="title" select="e:label('sources')"/>
      <xsl:with-param name="content">
        <xsl:if test="empty($kept)">
          <p>{e:label('none')}</p>
        </xsl:if>
        <xsl:for-each-group select="$kept" group-by="e:repository(.)">
          <xsl:sort select="current-grouping-key()" collation="{$e:sorting}"/>
          <xsl:choose>
            <xsl:when test="$many">
              <p class="repository">
                <a href="../{e:repository-page(current-grouping-key())}">{current-grouping-key()}</a>
                <span class="count">{count(current-group())}</span>
              </p>
            </xsl:when>
            <xsl:otherwise>
              <h2>{current-grouping-key()}</h2>
              <xsl:sequence select="e:kept-at(current-group(), '../')"/>
            </xsl:otherwise>
          </xsl:choose>
        </xsl:for-each-group>
      </xsl:with-param>
    </xsl:call-template>
    <xsl:for-each-group select="$kept[$many]" group-by="e:repository-page(e:repository(.))">
      <xsl:call-template name="e:write-leaves">
        <xsl:with-param name="address" select="current-grouping-key()"/>
        <xsl:with-param name="title" select="e:repository(.)"/>
        <xsl:with-param name="items" select="sort(current-group(), $e:sorting, string#1)"/>
        <xsl:with-param name="size" select="300"/>
        <xsl:with-param name="render" select="e:kept-at#2"/>
      </xsl:call-template>
    </xsl:for-each-group>
  </xsl:template>

  <xsl:function name="e:repository" as="xs:string">
    <xsl:param name="kept" as="element(kept)"/>
    <xsl:sequence select="tokenize($kept, '[,;.]')[1]"/>
  </xsl:function>

  <xsl:function name="e:repository-page" as="xs:string">
    <xsl:param name="repository" as="xs:string"/>
    <xsl:sequence select="'lists/sources/' || encode-for-uri(e:place-id($repository)) || '.html'"/>
  </xsl:function>

  <!-- What a repository keeps, each with the documents that say so. -->
  <xsl:function name="e:kept-at" as="element()?">
    <xsl:param name="kept" as="element(kept)*"/>
    <xsl:param name="root" as="xs:string"/>
    <xsl:where-populated>
      <ul class="entries plain" role="list">
        <xsl:for-each-group select="$kept" group-by="string(.)">
          <xsl:sort select="current-grouping-key()" collation="{$e:sorting}"/>
          <li>
            <xsl:value-of select="(replace(replace(current-grouping-key(), '^[^,;.]+', ''), '^[,;.]\s*', '')[.], '–')[1]"/>
            <span class="about">
              <xsl:sequence select="e:links-into(current-group(), $root)"/>
            </span>
          </li>
        </xsl:for-each-group>
      </ul>
    </xsl:where-populated>
  </xsl:function>
</xsl:stylesheet>
