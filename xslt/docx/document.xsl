<?xml version="1.0" encoding="UTF-8"?>
<!-- A document as the parts of a Word file (ISO/IEC 29500): its text, footnotes and properties, as result documents.
     Layout is in the styles. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:tei="http://www.tei-c.org/ns/1.0" xmlns:e="urn:engross"
    xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" exclude-result-prefixes="xs tei e">
  <xsl:import href="../base/base.xsl"/>
  <xsl:include href="../print/between.xsl"/>
  <xsl:include href="inline.xsl"/>
  <xsl:output name="part" method="xml" encoding="UTF-8" indent="no" standalone="yes"/>

  <xsl:template match="/">
    <xsl:variable name="tei" as="element(tei:TEI)" select="tei:TEI"/>
    <xsl:result-document href="document.xml" format="part">
      <w:document>
        <w:body>
          <xsl:apply-templates select="$tei/tei:text" mode="text"/>
          <w:sectPr>
            <w:pgSz w:w="12240" w:h="15840"/>
            <w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="720" w:footer="720" w:gutter="0"/>
          </w:sectPr>
        </w:body>
      </w:document>
    </xsl:result-document>
    <xsl:result-document href="core.xml" format="part">
      <cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
          xmlns:dc="http://purl.org/dc/elements/1.1/">
        <dc:title>{e:line(($tei//tei:div/tei:head)[1])}</dc:title>
        <dc:creator>{e:correspondents($tei, 'sent') ! e:line(.)}</dc:creator>
        <dc:identifier>{e:id($tei)}</dc:identifier>
        <dc:language>{e:text-language($tei)}</dc:language>
      </cp:coreProperties>
    </xsl:result-document>
    <xsl:result-document href="footnotes.xml" format="part">
      <w:footnotes>
        <w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>
        <w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>
        <xsl:for-each select="e:footnotes($tei)">
          <w:footnote w:id="{e:footnote-id(.)}">
            <xsl:apply-templates select="." mode="footnote"/>
          </w:footnote>
        </xsl:for-each>
      </w:footnotes>
    </xsl:result-document>
  </xsl:template>

  <!-- Blocks: paragraphs in the style of their element. -->
  <xsl:variable name="e:styles" as="map(xs:string, xs:string)" static="yes" select="
      map { 'dateline': 'Dateline', 'salute': 'Salute', 'signed': 'Signed', 'addrLine': 'Address', 'label': 'Heading3',
            'p': 'BodyText', 'item': 'ListParagraph', 'quote': 'Quote', 'cell': 'TableText', 'note': 'FootnoteText' }"/>

  <xsl:template match="tei:div | tei:opener | tei:closer | tei:postscript | tei:address | tei:listPerson" mode="text">
    <xsl:apply-templates mode="#current"/>
    <xsl:call-template name="e:leftover"/>
  </xsl:template>

  <xsl:template mode="text" match="tei:dateline | tei:salute | tei:signed | tei:addrLine | tei:label | tei:p | tei:item | tei:quote">
    <xsl:call-template name="e:block"/>
  </xsl:template>
  <!-- A person of a list; the commas are the edition's. -->
  <xsl:template match="tei:person" mode="text">
    <w:p>
      <w:pPr><w:pStyle w:val="BodyText"/></w:pPr>
      <xsl:apply-templates select="e:before(.)" mode="before"/>
      <xsl:for-each select="*">
        <xsl:sequence select="e:remark(', ')[current()/preceding-sibling::*]"/>
        <xsl:apply-templates mode="text"/>
      </xsl:for-each>
    </w:p>
  </xsl:template>
  <xsl:template match="tei:head" mode="text">
    <xsl:call-template name="e:block">
      <xsl:with-param name="style" tunnel="yes"
          select="if (parent::tei:div) then 'Heading' || min((count(ancestor::tei:div), 3)) else 'Subject'"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="tei:list" mode="text">
    <xsl:apply-templates select="tei:head" mode="#current"/>
    <xsl:for-each select="tei:item">
      <xsl:call-template name="e:block">
        <xsl:with-param name="label" select="preceding-sibling::tei:label[1]"/>
        <xsl:with-param name="style" tunnel="yes" select="'ListParagraph'"/>
        <xsl:with-param name="level" tunnel="yes" select="count(ancestor::tei:list)"/>
      </xsl:call-template>
    </xsl:for-each>
    <xsl:call-template name="e:leftover"/>
    <xsl:apply-templates select="tei:note[not(e:is-anchored(.))]" mode="#current"/>
  </xsl:template>

  <!-- An element as paragraphs: what it holds between its own blocks, and those. -->
  <xsl:template name="e:block">
    <xsl:context-item as="element()" use="required"/>
    <xsl:param name="label" as="element()*"/>
    <xsl:param name="mark" as="node()*"/>
    <xsl:param name="style" as="xs:string" select="($e:styles(local-name()), 'BodyText')[1]" tunnel="yes"/>
    <xsl:param name="level" as="xs:integer" select="0" tunnel="yes"/>
    <xsl:variable name="element" as="element()" select="."/>
    <!-- a paragraph in a note, an item, a quotation or a cell looks as these do -->
    <xsl:variable name="own" as="xs:string" select="
        if (self::tei:p[parent::tei:note or parent::tei:item or parent::tei:quote or parent::tei:cell]) then $style
        else ($e:styles(local-name()), $style)[1]"/>
    <xsl:for-each-group select="node()[not(self::text()[not(matches(., '\S'))][e:has-blocks(..) or e:holds-only-blocks(..)])]
          except .[e:holds-only-blocks(.)]/e:milestones(.)"
        group-adjacent="exists(self::tei:p | self::tei:list | self::tei:quote | self::tei:table | self::tei:listPerson)">
      <xsl:variable name="first" as="xs:boolean" select="position() = 1"/>
      <xsl:choose>
        <xsl:when test="current-grouping-key()">
          <xsl:for-each select="current-group()">
            <xsl:choose>
              <xsl:when test="self::tei:p">
                <xsl:call-template name="e:block">
                  <xsl:with-param name="mark" select="if ($first and position() = 1) then $mark else ()"/>
                  <xsl:with-param name="style" tunnel="yes" select="$own"/>
                </xsl:call-template>
              </xsl:when>
              <xsl:otherwise>
                <xsl:apply-templates select="." mode="text"/>
              </xsl:otherwise>
            </xsl:choose>
          </xsl:for-each>
        </xsl:when>
        <xsl:otherwise>
          <xsl:call-template name="e:paragraph">
            <xsl:with-param name="style" select="$own"/>
            <xsl:with-param name="level" select="$level"/>
            <xsl:with-param name="content" as="element()*">
              <xsl:if test="$first">
                <xsl:sequence select="$mark"/>
                <xsl:apply-templates select="e:before($element)" mode="before"/>
                <xsl:for-each select="$label">
                  <xsl:apply-templates select="e:before(.)" mode="before"/>
                  <xsl:apply-templates mode="text"/>
                  <w:r><w:tab/></w:r>
                </xsl:for-each>
              </xsl:if>
              <xsl:apply-templates select="current-group()" mode="text"/>
            </xsl:with-param>
          </xsl:call-template>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each-group>
    <xsl:if test="e:holds-only-blocks(.)">
      <xsl:call-template name="e:leftover"/>
    </xsl:if>
  </xsl:template>

  <xsl:template name="e:paragraph">
    <xsl:param name="style" as="xs:string"/>
    <xsl:param name="level" as="xs:integer" select="0"/>
    <xsl:param name="content" as="element()*"/>
    <w:p>
      <w:pPr>
        <w:pStyle w:val="{$style}"/>
        <xsl:if test="$level gt 0"><w:ind w:left="{360 * $level}"/></xsl:if>
      </w:pPr>
      <xsl:sequence select="$content"/>
    </w:p>
  </xsl:template>

  <xsl:template name="e:leftover">
    <xsl:context-item as="element()" use="required"/>
    <xsl:if test="e:last(.)">
      <w:p>
        <xsl:apply-templates select="e:last(.)" mode="before"/>
      </w:p>
    </xsl:if>
  </xsl:template>

  <!-- Between blocks there is no room for marks: they are in the next block. A gap or a figure is a block. -->
  <xsl:template mode="text" priority="3" match="*[e:holds-only-blocks(..)][self::tei:pb | self::tei:note[e:is-anchored(.)]]"/>
  <xsl:template mode="text" priority="3" match="*[e:holds-only-blocks(..)][self::tei:gap | self::tei:figure]">
    <w:p><xsl:apply-templates select="e:before(.)" mode="before"/><xsl:next-match/></w:p>
  </xsl:template>
  <xsl:mode name="before" on-no-match="fail"/>

  <xsl:template match="tei:table" mode="text">
    <xsl:apply-templates select="tei:head" mode="#current"/>
    <w:tbl>
      <w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="0" w:type="auto"/></w:tblPr>
      <w:tblGrid>
        <xsl:for-each select="1 to xs:integer(max((1, tei:row ! sum(tei:cell ! (@cols, 1)[1] ! xs:integer(.)))))"><w:gridCol/></xsl:for-each>
      </w:tblGrid>
      <xsl:for-each select="tei:row">
        <w:tr>
          <xsl:for-each select="tei:cell">
            <w:tc>
              <w:tcPr><w:gridSpan w:val="{(@cols, 1)[1]}"/></w:tcPr>
              <xsl:variable name="paragraphs" as="element()*"><xsl:call-template name="e:block"/></xsl:variable>
              <xsl:sequence select="$paragraphs"/>
              <!-- a cell ends with a paragraph -->
              <xsl:if test="not($paragraphs[last()]/self::w:p)"><w:p/></xsl:if>
            </w:tc>
          </xsl:for-each>
        </w:tr>
      </xsl:for-each>
    </w:tbl>
    <xsl:call-template name="e:leftover"/>
    <xsl:apply-templates select="tei:note[not(e:is-anchored(.))]" mode="#current"/>
  </xsl:template>

  <xsl:template match="text()[not(matches(., '\S'))][e:holds-only-blocks(..) or e:has-blocks(..) or
      parent::tei:text or parent::tei:person or parent::tei:figure or parent::tei:choice]" mode="text" as="empty-sequence()" priority="1"/>
</xsl:stylesheet>
