<?xml version="1.0" encoding="UTF-8"?>
<!-- From Schematron to an XSLT 3.0 stylesheet that writes an e:finding for each assertion that fails and each report
     that holds. A rule selects the nodes that its context matches: //(context) is how XSLT defines a match. Selecting
     is some ten times faster than visiting every node once a pattern. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:out="urn:engross:xslt" xmlns:sch="http://purl.oclc.org/dsdl/schematron" xmlns:e="urn:engross">

  <xsl:import href="expand.xsl"/>
  <xsl:namespace-alias stylesheet-prefix="out" result-prefix="xsl"/>
  <xsl:output method="xml" indent="no"/>
  <xsl:mode name="compile" on-no-match="fail"/>
  <xsl:mode name="message" on-no-match="text-only-copy"/>

  <!-- whether only assertions are compiled that are errors, for a caller that asks for no others -->
  <xsl:param name="errors" as="xs:boolean" select="false()"/>

  <xsl:template match="/">
    <xsl:variable name="plain" as="element(sch:schema)">
      <xsl:apply-templates select="sch:schema" mode="expand"/>
    </xsl:variable>
    <xsl:apply-templates select="$plain" mode="compile"/>
  </xsl:template>

  <xsl:template match="sch:schema" mode="compile">
    <out:stylesheet version="3.0" exclude-result-prefixes="#all">
      <xsl:for-each-group select="sch:ns" group-by="@prefix">
        <xsl:namespace name="{@prefix}" select="@uri"/>
      </xsl:for-each-group>
      <out:output method="xml" omit-xml-declaration="yes"/>
      <!-- files that stand alone and together say some things twice -->
      <xsl:copy-of select="for $one in (xsl:key, xsl:function) return
        $one[not(some $other in preceding-sibling::xsl:* satisfies deep-equal($other, $one))]"/>
      <xsl:apply-templates select="sch:let" mode="compile"/>
      <xsl:for-each select="distinct-values(sch:pattern/@id[. castable as xs:NMTOKEN])">
        <out:param name="Q{{urn:engross}}asked-{.}" select="true()"/>
      </xsl:for-each>
      <out:template match="/">
        <e:findings>
          <xsl:apply-templates select="sch:pattern" mode="compile"/>
        </e:findings>
      </out:template>
    </out:stylesheet>
  </xsl:template>

  <!-- A caller who knows of a document that a pattern finds nothing in it may say so. -->
  <xsl:template match="sch:pattern[@id castable as xs:NMTOKEN]" mode="compile" priority="1">
    <out:if test="$Q{{urn:engross}}asked-{@id}">
      <xsl:next-match/>
    </out:if>
  </xsl:template>

  <!-- The loop of one turn keeps a pattern's own variables to itself. -->
  <xsl:template match="sch:pattern" mode="compile">
    <out:for-each select=".">
      <xsl:apply-templates select="sch:let, sch:rule" mode="compile"/>
    </out:for-each>
  </xsl:template>

  <!-- Of a pattern's rules the first that matches a node is the only one that fires on it. -->
  <xsl:template match="sch:rule" mode="compile">
    <xsl:variable name="nodes" as="xs:string" select="e:nodes(@context)"/>
    <xsl:variable name="earlier" as="xs:string*"
                  select="for $rule in preceding-sibling::sch:rule return '$e:rule-' || e:rank($rule)"/>
    <out:variable name="e:rule-{e:rank(.)}" as="node()*" 
                  select="{if (exists($earlier)) then '(' || $nodes || ') except (' || string-join($earlier, ', ') || ')' else $nodes}"/>
    <out:for-each select="$e:rule-{e:rank(.)}">
      <xsl:apply-templates select="sch:let, sch:assert, sch:report" mode="compile"/>
    </out:for-each>
  </xsl:template>

  <xsl:function name="e:rank" as="xs:integer">
    <xsl:param name="rule" as="element(sch:rule)"/>
    <xsl:sequence select="count($rule/preceding-sibling::sch:rule) + 1"/>
  </xsl:function>

  <!-- The nodes that a context matches. Each of its alternatives becomes a search of its own, which Saxon does by name
       where it may see one. -->
  <xsl:function name="e:nodes" as="xs:string">
    <xsl:param name="context" as="xs:string"/>
    <xsl:sequence select="string-join(e:alternatives($context) ! e:search(replace(., '^\s+|\s+$', '')), ' | ')"/>
  </xsl:function>

  <xsl:function name="e:search" as="xs:string">
    <xsl:param name="alternative" as="xs:string"/>
    <xsl:variable name="operators" as="xs:boolean" select="matches($alternative, '\s(union|intersect|except)\s')"/>
    <xsl:sequence select="if ($operators) then '//(' || $alternative || ')'
                          else if (starts-with($alternative, '/')) then $alternative
                          else if (matches($alternative, '^[\w*@]')) then '//' || $alternative
                          else '//(' || $alternative || ')'"/>
  </xsl:function>

  <!-- What stands between the | of a context that are in neither brackets nor strings. -->
  <xsl:function name="e:alternatives" as="xs:string*">
    <xsl:param name="context" as="xs:string"/>
    <xsl:variable name="tokens" as="element()*" select="analyze-string($context, '&quot;[^&quot;]*&quot;|''[^'']*''|.', 's')/*"/>
    <xsl:variable name="depths" as="xs:integer*" select="fold-left($tokens, 0, function($depths, $token) {
      $depths, $depths[last()] + (if ($token = ('[', '(', '{')) then 1 else if ($token = (']', ')', '}')) then -1 else 0)})"/>
    <xsl:variable name="bars" as="xs:integer*" select="0, (for $n in 1 to count($tokens) return
      if ($tokens[$n] = '|' and $depths[$n] = 0) then $n else ()), count($tokens) + 1"/>
    <xsl:sequence select="for $n in 1 to count($bars) - 1 return
      string-join($tokens[position() gt $bars[$n] and position() lt $bars[$n + 1]])"/>
  </xsl:function>

  <xsl:template match="sch:let[@value]" mode="compile">
    <out:variable name="{@name}" select="{@value}">
      <xsl:copy-of select="@as"/>
    </out:variable>
  </xsl:template>

  <xsl:template match="sch:let" mode="compile">
    <out:variable name="{@name}">
      <xsl:copy-of select="@as, node()"/>
    </out:variable>
  </xsl:template>

  <xsl:template match="(sch:assert | sch:report)[$errors][(@role, ../@role)[1] = ('warning', 'warn', 'info', 'information')]"
                mode="compile" priority="2"/>

  <xsl:template match="sch:assert" mode="compile">
    <out:if test="not({@test})">
      <xsl:call-template name="e:finding"/>
    </out:if>
  </xsl:template>

  <xsl:template match="sch:report" mode="compile">
    <out:if test="{@test}">
      <xsl:call-template name="e:finding"/>
    </out:if>
  </xsl:template>

  <xsl:template name="e:finding">
    <xsl:context-item as="element()" use="required"/>
    <xsl:variable name="diagnostics" as="xs:string*" select="tokenize(@diagnostics)"/>
    <e:finding rule="{(@id, ../@id, ../../@id, 'assertion')[1]}" role="{replace((@role, ../@role, 'error')[1], '[{}]', '')}">
      <xsl:attribute name="at" select="'{path(' || (@subject, ../@subject, '.')[1] || ')}'"/>
      <xsl:apply-templates select="node()" mode="message"/>
      <xsl:for-each select="root()//sch:diagnostic[@id = $diagnostics]">
        <out:text><xsl:text> </xsl:text></out:text>
        <xsl:apply-templates select="node()" mode="message"/>
      </xsl:for-each>
    </e:finding>
  </xsl:template>

  <xsl:template match="text()" mode="message">
    <out:text><xsl:value-of select="."/></out:text>
  </xsl:template>

  <xsl:template match="sch:value-of" mode="message">
    <out:value-of select="{@select}" separator=" "/>
  </xsl:template>

  <xsl:template match="sch:name" mode="message">
    <out:value-of select="name({@path})"/>
  </xsl:template>
</xsl:stylesheet>
