<?xml version="1.0" encoding="UTF-8"?>
<!-- From Schematron as people write it to plain Schematron: abstract patterns become the patterns that are made of
     them, abstract rules become their assertions, and only the patterns of the phase stay. Files that others include
     have been read before (encoder/check/schematron.py). -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:sch="http://purl.oclc.org/dsdl/schematron" xmlns:e="urn:engross">

  <xsl:mode name="expand" on-no-match="shallow-copy"/>
  <xsl:mode name="instance" on-no-match="shallow-copy"/>

  <!-- The id of a phase, #ALL, or #DEFAULT: what the schema itself says. -->
  <xsl:param name="phase" as="xs:string" select="'#DEFAULT'"/>

  <xsl:variable name="e:phase" as="xs:string"
                select="if ($phase = '#DEFAULT') then (/sch:schema/@defaultPhase, '#ALL')[1] else $phase"/>

  <xsl:template match="sch:schema" mode="expand">
    <xsl:variable name="chosen" as="element(sch:phase)?" select="sch:phase[@id = $e:phase]"/>
    <xsl:if test="$e:phase ne '#ALL' and empty($chosen)">
      <xsl:sequence select="error((), 'there is no phase ' || $e:phase)"/>
    </xsl:if>
    <xsl:copy>
      <xsl:copy-of select="@*"/>
      <xsl:apply-templates mode="expand"
        select="(* except (sch:phase, sch:pattern)), $chosen/sch:let,
                sch:pattern[not(@abstract = 'true')][empty($chosen) or @id = $chosen/sch:active/@pattern]"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="sch:pattern[@is-a]" mode="expand">
    <xsl:variable name="model" as="element(sch:pattern)?"
                  select="../sch:pattern[@abstract = 'true'][@id = current()/@is-a]"/>
    <xsl:if test="empty($model)">
      <xsl:sequence select="error((), 'there is no abstract pattern ' || @is-a)"/>
    </xsl:if>
    <xsl:variable name="given" as="element(sch:param)*" select="sch:param"/>
    <xsl:variable name="instance" as="element(sch:pattern)">
      <xsl:copy>
        <xsl:copy-of select="@id"/>
        <xsl:apply-templates select="$model/(* except sch:param)" mode="instance">
          <xsl:with-param name="params" as="element(sch:param)*" tunnel="yes"
                          select="$given, $model/sch:param[not(@name = $given/@name)]"/>
        </xsl:apply-templates>
      </xsl:copy>
    </xsl:variable>
    <xsl:variable name="rules" as="element(sch:rule)*" select="../sch:pattern/sch:rule[@abstract = 'true']"/>
    <xsl:apply-templates select="$instance" mode="expand">
      <xsl:with-param name="elsewhere" select="$rules" tunnel="yes"/>
    </xsl:apply-templates>
  </xsl:template>

  <!-- $name in any attribute of an abstract pattern stands for the value that the instance gives. -->
  <xsl:template match="@*" mode="instance">
    <xsl:param name="params" as="element(sch:param)*" tunnel="yes"/>
    <xsl:attribute name="{name()}" select="fold-left($params, string(.), e:filled#2)"/>
  </xsl:template>

  <xsl:function name="e:filled" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:param name="param" as="element(sch:param)"/>
    <!-- in a replacement \ and $ are special -->
    <xsl:variable name="value" as="xs:string" select="replace($param/@value, '([\\$])', '\\$1')"/>
    <xsl:sequence select="replace($text, '\$' || $param/@name || '([^\w.\-]|$)', $value || '$1')"/>
  </xsl:function>

  <xsl:template match="sch:rule[@abstract = 'true'] | sch:title | sch:p" mode="expand"/>

  <xsl:template match="sch:extends" mode="expand">
    <xsl:param name="elsewhere" as="element(sch:rule)*" tunnel="yes"/>
    <xsl:variable name="rule" as="element(sch:rule)?"
                  select="(ancestor::sch:pattern/sch:rule, ancestor::sch:schema/sch:pattern/sch:rule, $elsewhere)
                          [@abstract = 'true'][@id = current()/@rule] => head()"/>
    <xsl:if test="empty($rule)">
      <xsl:sequence select="error((), 'there is no abstract rule ' || @rule)"/>
    </xsl:if>
    <xsl:apply-templates select="$rule/*" mode="expand"/>
  </xsl:template>
</xsl:stylesheet>
