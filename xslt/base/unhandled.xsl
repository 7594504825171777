<?xml version="1.0" encoding="UTF-8"?>
<!-- An element that no rule handles is a decision that somebody has yet to make: a strict run stops there, any other
     run shows a box. A medium says what a box looks like by overriding the template `e:box`. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:tei="http://www.tei-c.org/ns/1.0" xmlns:e="urn:engross"
    exclude-result-prefixes="#all">

  <xsl:template match="*" mode="text" priority="-10">
    <xsl:if test="$strict">
      <xsl:sequence select="error(xs:QName('e:unhandled'), 'no rule handles the element ' || name() || ' in ' || name(..))"/>
    </xsl:if>
    <xsl:call-template name="e:box"/>
  </xsl:template>

  <!-- The element is the context item. -->
  <xsl:template name="e:box">
    <xsl:context-item as="element()" use="required"/>
    <xsl:value-of select="'[' || name() || ': '"/>
    <xsl:apply-templates mode="text"/>
    <xsl:text>]</xsl:text>
  </xsl:template>
</xsl:stylesheet>
