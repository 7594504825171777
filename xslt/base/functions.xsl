<?xml version="1.0" encoding="UTF-8"?>
<!-- Facts that any element may be asked for. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:tei="http://www.tei-c.org/ns/1.0" xmlns:e="urn:engross"
    exclude-result-prefixes="#all">

  <!-- An id that is no name is no target: ids become file names. -->
  <xsl:key name="e:by-id" match="*[@xml:id]" use="@xml:id"/>

  <!-- The element of the same file that a pointer of the form `#id` names. -->
  <xsl:function name="e:target" as="element()?">
    <xsl:param name="pointer" as="attribute()?"/>
    <xsl:sequence select="
        if (starts-with($pointer, '#') and substring($pointer, 2) castable as xs:NCName)
        then key('e:by-id', substring($pointer, 2), root($pointer))[1]
        else ()"/>
  </xsl:function>

  <!-- The reading text of a node as one line: without notes, page breaks and the indentation of the file. -->
  <xsl:function name="e:line" as="xs:string">
    <xsl:param name="node" as="node()?"/>
    <xsl:variable name="parts" as="xs:string*">
      <xsl:apply-templates select="$node" mode="plain"/>
    </xsl:variable>
    <xsl:sequence select="normalize-space(string-join($parts))"/>
  </xsl:function>

  <!-- An address that a reader may be sent to: http or https, nothing that runs. -->
  <xsl:function name="e:web-address" as="xs:string?">
    <xsl:param name="address" as="xs:string?"/>
    <xsl:sequence select="$address[matches(., '^https?://[^\s&lt;&gt;&quot;]+$', 'i')]"/>
  </xsl:function>

  <xsl:template match="text()" mode="plain" as="xs:string">
    <xsl:sequence select="string(.)"/>
  </xsl:template>
  <xsl:template match="tei:note | tei:pb" mode="plain" as="xs:string*"/>
  <xsl:template match="tei:lb" mode="plain" as="xs:string">
    <xsl:sequence select="' '"/>
  </xsl:template>
</xsl:stylesheet>
