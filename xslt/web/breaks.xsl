<?xml version="1.0" encoding="UTF-8"?>
<!-- Page breaks of the printed volume: quiet marks that can be linked to. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:tei="http://www.tei-c.org/ns/1.0" xmlns:e="urn:engross"
    xmlns="http://www.w3.org/1999/xhtml" exclude-result-prefixes="#all">

  <xsl:template match="tei:pb" mode="text">
    <a class="pb" id="{e:page-id(.)}" href="#{e:page-id(.)}" aria-label="{e:page-label(.)}" title="{e:page-label(.)}" data-label="">
      <span>{@n}</span>
    </a>
    <xsl:variable name="page" as="element(tei:pb)" select="."/>
    <xsl:for-each select="e:facsimile(.)">
      <a class="facsimile" href="{.}" data-label="" aria-label="{e:label('facsimile-of', e:page-label($page))}">{e:label('facsimile')}</a>
    </xsl:for-each>
  </xsl:template>

  <xsl:function name="e:page-id" as="xs:string">
    <xsl:param name="page" as="element(tei:pb)"/>
    <xsl:sequence select="string(($page/@xml:id, 'page:' || e:name-id($page/@n))[1])"/>
  </xsl:function>
</xsl:stylesheet>
