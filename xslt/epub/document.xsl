<?xml version="1.0" encoding="UTF-8"?>
<!-- A document as a chapter of an EPUB 3.3: the web's HTML of blocks, lists and tables, without links into a site;
     notes as popups, page breaks for the page list. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:tei="http://www.tei-c.org/ns/1.0" xmlns:e="urn:engross"
    xmlns:epub="http://www.idpf.org/2007/ops" xmlns="http://www.w3.org/1999/xhtml" exclude-result-prefixes="xs tei e">
  <xsl:import href="../base/base.xsl"/>
  <xsl:import href="../web/addresses.xsl"/>
  <xsl:import href="../web/known.xsl"/>
  <xsl:import href="../web/marks.xsl"/>
  <xsl:import href="../web/blocks.xsl"/>
  <xsl:import href="../web/tables.xsl"/>
  <xsl:import href="../web/hand.xsl"/>
  <xsl:output method="xhtml" html-version="5" encoding="UTF-8" indent="no" include-content-type="no"/>

  <!-- The ids of the documents of the book, separated by spaces: what a reference may lead to. -->
  <xsl:param name="documents" as="xs:string" select="''"/>
  <xsl:variable name="e:documents" as="xs:string*" select="tokenize($documents)"/>
  <xsl:variable name="referred" as="xs:string" select="$documents"/>

  <xsl:template match="/" as="element()">
    <xsl:variable name="tei" as="element(tei:TEI)" select="tei:TEI"/>
    <html lang="{e:text-language($tei)}" xml:lang="{e:text-language($tei)}">
      <head>
        <title>{e:title($tei)}</title>
        <link rel="stylesheet" type="text/css" href="book.css"/>
      </head>
      <body epub:type="bodymatter">
        <section epub:type="chapter" role="doc-chapter" aria-label="{e:title($tei)}">
          <xsl:apply-templates select="$tei/tei:text" mode="text"/>
        </section>
        <xsl:where-populated>
          <section epub:type="footnotes" aria-label="{e:label('notes')}" class="notes">
            <xsl:apply-templates select="e:notes($tei)" mode="footnote"/>
          </section>
        </xsl:where-populated>
      </body>
    </html>
  </xsl:template>

  <xsl:template match="tei:body/tei:div/tei:head" mode="text" priority="1">
    <h1>
      <xsl:apply-templates mode="#current"/>
    </h1>
  </xsl:template>

  <xsl:template match="tei:p" mode="text">
    <p>
      <xsl:apply-templates mode="#current"/>
    </p>
  </xsl:template>
  <xsl:template match="tei:p[e:has-blocks(.)]" mode="text" priority="1">
    <div class="p">
      <xsl:apply-templates mode="#current"/>
    </div>
  </xsl:template>

  <!-- Names that the index of persons has lead there; nothing else that is marked leads anywhere. -->
  <xsl:template match="tei:persName" mode="text">
    <xsl:variable name="person" as="element(tei:person)?" select="e:person(.)[e:may-lead(current())]"/>
    <xsl:element name="{if ($person) then 'a' else 'span'}">
      <xsl:attribute name="class" select="'name'"/>
      <xsl:sequence select="$person ! e:link('people.xhtml#' || @xml:id)"/>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
  </xsl:template>
  <!-- Links do not nest: what stands in another link leads nowhere, nor does what a note is called in. -->
  <xsl:function name="e:may-lead" as="xs:boolean">
    <xsl:param name="linked" as="element()"/>
    <xsl:sequence select="empty($linked/ancestor::*[self::tei:note or self::tei:ref or self::tei:persName][1][not(self::tei:note)])
        and empty($linked//tei:note)"/>
  </xsl:function>
  <xsl:template match="tei:placeName | tei:orgName | tei:time | tei:date | tei:gloss | tei:term" mode="text">
    <xsl:apply-templates mode="#current"/>
  </xsl:template>
  <xsl:template match="tei:gloss[e:expansion(.)]" mode="text">
    <abbr title="{e:expansion(.)}"><xsl:apply-templates mode="#current"/></abbr>
  </xsl:template>
  <xsl:template match="tei:ref" mode="text">
    <xsl:variable name="address" as="xs:string?" select="
        if (not(e:may-lead(.))) then ()
        else if (e:sibling(root(.)/tei:TEI, substring-after(@target, '#')) = $e:documents)
        then e:sibling(root(.)/tei:TEI, substring-after(@target, '#')) || '.xhtml'
        else e:web-address(@target)"/>
    <xsl:element name="{if ($address) then 'a' else 'span'}">
      <xsl:sequence select="$address ! e:link(.)"/>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
  </xsl:template>
  <xsl:function name="e:link" as="attribute()">
    <xsl:param name="address" as="xs:string"/>
    <xsl:attribute name="href" select="$address"/>
  </xsl:function>

  <!-- A reading system shows the note where its call is. -->
  <xsl:template match="tei:note[not(parent::tei:person)]" mode="text">
    <xsl:if test="e:is-anchored(.)">
      <a epub:type="noteref" role="doc-noteref" id="call-{e:note-place(.)}" href="#note-{e:note-place(.)}"
          aria-label="{e:label('note', e:note-mark(.))}">{e:note-mark(.)}</a>
    </xsl:if>
  </xsl:template>
  <xsl:template match="tei:person/tei:note" mode="text" priority="1">
    <xsl:apply-templates mode="#current"/>
  </xsl:template>
  <xsl:mode name="footnote" on-no-match="fail"/>
  <xsl:template match="tei:note" mode="footnote" as="element()">
    <aside epub:type="footnote" role="doc-footnote" id="note-{e:note-place(.)}">
      <xsl:choose>
        <xsl:when test="e:is-anchored(.)">
          <a class="back" role="doc-backlink" href="#call-{e:note-place(.)}">{e:note-mark(.)}</a>
        </xsl:when>
        <xsl:otherwise>
          <span class="back" title="{e:label('unplaced')}">{e:note-mark(.)}</span>
        </xsl:otherwise>
      </xsl:choose>
      <xsl:text> </xsl:text>
      <xsl:apply-templates mode="text"/>
    </aside>
  </xsl:template>
  <xsl:template match="tei:person/tei:note" mode="footnote" priority="1"/>
  <xsl:function name="e:note-place" as="xs:integer">
    <xsl:param name="note" as="element(tei:note)"/>
    <xsl:sequence select="count($note/preceding::tei:note[ancestor::tei:text] | $note/ancestor-or-self::tei:note)"/>
  </xsl:function>

  <!-- A page of the original begins: said by its number, counted so that no id is used twice. -->
  <xsl:template match="tei:pb" mode="text">
    <span epub:type="pagebreak" role="doc-pagebreak" id="page-{count(preceding::tei:pb) + 1}" aria-label="{e:page-label(.)}"/>
  </xsl:template>
</xsl:stylesheet>
