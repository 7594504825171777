<?xml version="1.0" encoding="UTF-8"?>
<!-- What the specifications of an ODD come to once their groups are followed: children, parents, attributes, values. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:e="urn:engross" xmlns="http://www.w3.org/1999/xhtml"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <xsl:key name="e:spec" match="elementSpec | classSpec | macroSpec | dataSpec" use="@ident"/>
  <xsl:key name="e:members" match="elementSpec" use="classes/memberOf/@key"/>

  <!-- The references of a content, those of its macros with them. -->
  <xsl:function name="e:references" as="element()*">
    <xsl:param name="spec" as="element()"/>
    <xsl:variable name="content" as="element()*" select="$spec/content//*"/>
    <xsl:sequence select="$content, $content/self::macroRef ! e:references(key('e:spec', @key))"/>
  </xsl:function>

  <!-- The elements that an element may hold, sorted. -->
  <xsl:function name="e:children" as="xs:string*">
    <xsl:param name="spec" as="element(elementSpec)"/>
    <xsl:variable name="references" as="element()*" select="e:references($spec)"/>
    <xsl:variable name="names" as="xs:string*"
      select="$references/self::elementRef/@key, $references/self::classRef ! key('e:members', @key)/@ident/string()"/>
    <xsl:sequence select="sort(distinct-values($names), (), lower-case#1)"/>
  </xsl:function>

  <xsl:function name="e:holds-text" as="xs:boolean">
    <xsl:param name="spec" as="element(elementSpec)"/>
    <xsl:sequence select="exists(e:references($spec)/self::textNode)"/>
  </xsl:function>

  <xsl:variable name="e:children" as="map(xs:string, xs:string*)"
    select="map:merge(//elementSpec ! map:entry(string(@ident), e:children(.)))"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"/>

  <!-- The elements that may hold it, sorted. -->
  <xsl:function name="e:parents" as="xs:string*">
    <xsl:param name="spec" as="element(elementSpec)"/>
    <xsl:sequence select="root($spec)//elementSpec[$e:children(@ident) = $spec/@ident]/string(@ident) => sort((), lower-case#1)"/>
  </xsl:function>

  <!-- The attributes of an element or a group, those of its groups with them, its own first. -->
  <xsl:function name="e:attributes" as="element(attDef)*">
    <xsl:param name="spec" as="element()"/>
    <xsl:variable name="own" as="element(attDef)*" select="$spec/attList/attDef"/>
    <xsl:sequence select="$own, $spec/classes/memberOf/key('e:spec', @key)[@type = 'atts'] ! e:attributes(.)[not(@ident = $own/@ident)]"/>
  </xsl:function>

  <xsl:template match="attDef[valList/@type = 'closed']" mode="e:values">
    <xsl:for-each select="valList/valItem">
      <code>{@ident}</code>
      <xsl:if test="position() ne last()">, </xsl:if>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="attDef[valList/@type = 'semi']" mode="e:values">
    <xsl:for-each select="valList/valItem">
      <code>{@ident}</code>
      <xsl:text>, </xsl:text>
    </xsl:for-each>
    <xsl:text>or </xsl:text>
    <xsl:apply-templates select="datatype/dataRef" mode="e:values"/>
  </xsl:template>

  <xsl:template match="attDef" mode="e:values"><xsl:apply-templates select="datatype/dataRef" mode="e:values"/></xsl:template>

  <xsl:template match="dataRef[key('e:spec', @key)]" mode="e:values">
    <a href="#value-{@key}">{key('e:spec', @key)/desc}</a>
  </xsl:template>

  <!-- The types of XML Schema and of TEI, in plain words. -->
  <xsl:variable name="e:types" as="map(xs:string, xs:string)" select="map{
    'teidata.text': 'text', 'teidata.enumerated': 'a word', 'string': 'some characters', 'token': 'some characters',
    'language': 'a language code such as en or fr-CA', 'NCName': 'a name', 'NMTOKEN': 'a word',
    'positiveInteger': 'a whole number above 0'}"/>
  <xsl:template match="dataRef" mode="e:values">{$e:types(string((@key, @name)[1]))}</xsl:template>
</xsl:stylesheet>
