<?xml version="1.0" encoding="UTF-8"?>
<!-- What stands in a line: names, dates, references, the calls of notes, page breaks. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:tei="http://www.tei-c.org/ns/1.0" xmlns:e="urn:engross"
    exclude-result-prefixes="#all">

  <xsl:template match="text()" mode="text" as="xs:string">
    <xsl:sequence select="e:literal(.) || ';'"/>
  </xsl:template>

  <xsl:template match="tei:lb" mode="text" as="xs:string">
    <xsl:sequence select="'lb();'"/>
  </xsl:template>

  <!-- What print shows as it stands in the text. -->
  <xsl:template mode="text"
      match="tei:date | tei:time | tei:placeName | tei:orgName | tei:ref | tei:persName | tei:gloss | tei:term | tei:choice">
    <xsl:apply-templates mode="#current"/>
  </xsl:template>

  <!-- A name that is known goes into the index. -->
  <xsl:template match="tei:persName[e:person(.)]" mode="text">
    <xsl:call-template name="e:call">
      <xsl:with-param name="function" select="'person'"/>
      <xsl:with-param name="arguments" select="string(e:person(.)/@xml:id), if (ancestor::tei:note) then 'n' else ''"/>
    </xsl:call-template>
  </xsl:template>

  <!-- A reference to a document that the same PDF holds, or to the web, is a link. -->
  <xsl:template match="tei:ref[e:document-meant(.) = $e:documents]" mode="text">
    <xsl:call-template name="e:call">
      <xsl:with-param name="function" select="'see'"/>
      <xsl:with-param name="arguments" select="e:document-meant(.)"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="tei:ref[e:web-address(@target)]" mode="text">
    <xsl:call-template name="e:call">
      <xsl:with-param name="function" select="'web'"/>
      <xsl:with-param name="arguments" select="string(@target)"/>
    </xsl:call-template>
  </xsl:template>

  <!-- The id of the document that `#d55` or `d55.xml` means, or an empty string. -->
  <xsl:function name="e:document-meant" as="xs:string">
    <xsl:param name="ref" as="element(tei:ref)"/>
    <xsl:variable name="target" as="xs:string" select="string($ref/@target)"/>
    <xsl:sequence select="
        if (starts-with($target, '#')) then e:sibling(root($ref)/tei:TEI, substring($target, 2))
        else replace($target, '\.xml(#.*)?$', '')"/>
  </xsl:function>

  <!-- A page break inside a line. One inside a word may not make a place to break that word. -->
  <xsl:template match="tei:pb" mode="text" as="xs:string">
    <xsl:variable name="before" as="text()?" select="preceding-sibling::node()[1][self::text()]"/>
    <xsl:variable name="after" as="text()?" select="following-sibling::node()[1][self::text()]"/>
    <xsl:variable name="in-word" as="xs:boolean" select="@break = 'no' or matches($before, '\w$') and matches($after, '^\w')"/>
    <xsl:sequence select="e:page-mark(., if ($in-word) then 'in-word' else 'in-line', 0)"/>
  </xsl:template>
  <!-- `place` counts the marks at the same place: they stand below one another. -->
  <xsl:function name="e:page-mark" as="xs:string">
    <xsl:param name="page" as="element(tei:pb)"/>
    <xsl:param name="where" as="xs:string"/>
    <xsl:param name="place" as="xs:integer"/>
    <xsl:sequence select="'page-mark(' || e:literal($page/@n) || ', ' || e:literal($where) || ', ' || $place || ');'"/>
  </xsl:function>
</xsl:stylesheet>
