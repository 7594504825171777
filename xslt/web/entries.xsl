<?xml version="1.0" encoding="UTF-8"?>
<!-- How a document stands in a list, and how a place in it is linked to. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:e="urn:engross"
    xmlns="http://www.w3.org/1999/xhtml" exclude-result-prefixes="#all">

  <xsl:key name="e:entry" match="entry" use="@id"/>

  <!-- One document: number, title, place and date. -->
  <xsl:function name="e:entry" as="element()">
    <xsl:param name="entry" as="element(entry)"/>
    <xsl:param name="root" as="xs:string"/>
    <xsl:sequence select="e:entry($entry, $root, (), 1)"/>
  </xsl:function>

  <!-- The same, for something that stands `count` times in it, first at the id `at`. -->
  <xsl:function name="e:entry" as="element()">
    <xsl:param name="entry" as="element(entry)"/>
    <xsl:param name="root" as="xs:string"/>
    <xsl:param name="at" as="xs:string?"/>
    <xsl:param name="count" as="xs:integer"/>
    <li>
      <xsl:if test="$entry/@n ne ''">
        <span class="n">{$entry/@n}</span>
      </xsl:if>
      <a href="{e:place-in($entry, $at, $root)}">{$entry/@title}</a>
      <xsl:if test="$count gt 1">
        <span class="count">×{$count}</span>
      </xsl:if>
      <xsl:variable name="about" as="xs:string" select="e:when-and-where($entry)"/>
      <xsl:if test="$about">
        <span class="about">{$about}</span>
      </xsl:if>
    </li>
  </xsl:function>

  <xsl:function name="e:entries" as="element()?">
    <xsl:param name="entries" as="element(entry)*"/>
    <xsl:param name="root" as="xs:string"/>
    <xsl:where-populated>
      <ul class="entries" role="list">
        <xsl:sequence select="$entries ! e:entry(., $root)"/>
      </ul>
    </xsl:where-populated>
  </xsl:function>

  <xsl:function name="e:when-and-where" as="xs:string">
    <xsl:param name="entry" as="element(entry)"/>
    <xsl:sequence select="string-join(($entry/@place[. ne ''], $entry/@written[. ne ''] ! e:date-words(.)), ', ')"/>
  </xsl:function>

  <!-- A link to a place in a document: its number, or the title. -->
  <xsl:function name="e:link-into" as="element()">
    <xsl:param name="entry" as="element(entry)"/>
    <xsl:param name="at" as="xs:string?"/>
    <xsl:param name="root" as="xs:string"/>
    <a href="{e:place-in($entry, $at, $root)}">{($entry/@n, $entry/@title)[. ne ''][1]}</a>
  </xsl:function>

  <xsl:function name="e:place-in" as="xs:string">
    <xsl:param name="entry" as="element(entry)"/>
    <xsl:param name="at" as="xs:string?"/>
    <xsl:param name="root" as="xs:string"/>
    <xsl:sequence select="$root || e:document-page($entry/@id) || $at[.] ! ('#' || .)"/>
  </xsl:function>

  <!-- The documents where something stands, once each, in the order of the edition. -->
  <xsl:function name="e:links-into" as="node()*">
    <xsl:param name="marks" as="element()*"/>
    <xsl:param name="root" as="xs:string"/>
    <xsl:text>{e:label('documents')} </xsl:text>
    <xsl:for-each-group select="$marks" group-by="../@id">
      <xsl:if test="position() gt 1">, </xsl:if>
      <xsl:sequence select="e:link-into(.., @at, $root)"/>
      <xsl:if test="count(current-group()) gt 1">
        <span class="count">×{count(current-group())}</span>
      </xsl:if>
    </xsl:for-each-group>
  </xsl:function>

  <!-- Documents by their volumes. -->
  <xsl:function name="e:by-volume" as="element()*">
    <xsl:param name="entries" as="element(entry)*"/>
    <xsl:param name="root" as="xs:string"/>
    <xsl:for-each-group select="$entries" group-adjacent="string(@volume)">
      <xsl:if test="current-grouping-key() ne ''">
        <h2>
          <cite>{current-grouping-key()}</cite>
        </h2>
      </xsl:if>
      <ol class="entries" role="list">
        <xsl:for-each select="current-group()">
          <li id="at:{@id}">
            <xsl:sequence select="e:entry(., $root)/node()"/>
          </li>
        </xsl:for-each>
      </ol>
    </xsl:for-each-group>
  </xsl:function>

  <!-- `62–129`: the first and the last of some documents, by their numbers. -->
  <xsl:function name="e:numbers" as="xs:string">
    <xsl:param name="entries" as="element(entry)*"/>
    <xsl:variable name="ends" as="xs:string*" select="($entries[1], $entries[last()]) ! string((@n[. ne ''], @id)[1])"/>
    <xsl:sequence select="string-join(distinct-values($ends), '–')"/>
  </xsl:function>

  <!-- `Abr–Can`: the first letters of the first and the last of some names. -->
  <xsl:function name="e:letters-of" as="xs:string">
    <xsl:param name="names" as="xs:string*"/>
    <xsl:sequence select="string-join(distinct-values(($names[1], $names[last()]) ! substring(., 1, 3)), '–')"/>
  </xsl:function>

  <!-- Names sort by their letters, whatever their case and marks. -->
  <xsl:variable name="e:sorting" as="xs:string" static="yes"
      select="'http://www.w3.org/2013/collation/UCA?lang=en;strength=secondary;numeric=yes;fallback=yes'"/>
</xsl:stylesheet>
