<?xml version="1.0" encoding="UTF-8"?>
<!-- Calls in the text and notes at the foot, linked both ways. A script moves notes to the side of their calls. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:tei="http://www.tei-c.org/ns/1.0" xmlns:e="urn:engross"
    xmlns="http://www.w3.org/1999/xhtml" exclude-result-prefixes="#all">

  <xsl:mode name="notes" on-no-match="fail"/>

  <xsl:template match="tei:note" mode="text">
    <xsl:if test="e:is-anchored(.)">
      <a class="call" id="{e:call-id(.)}" href="#{e:note-id(.)}" role="doc-noteref" data-label=""
          aria-label="{e:label('note', e:note-mark(.))}">{e:note-mark(.)}</a>
    </xsl:if>
  </xsl:template>

  <xsl:template match="tei:TEI[empty(e:notes(.))]" mode="notes" priority="1"/>

  <xsl:template match="tei:TEI" mode="notes" as="element()">
    <section class="notes" role="doc-endnotes" aria-labelledby="notes:head">
      <h2 id="notes:head">{e:label('notes')}</h2>
      <ol role="list" lang="{e:text-language(.)}">
        <xsl:apply-templates select="e:notes(.)" mode="#current"/>
      </ol>
    </section>
  </xsl:template>

  <xsl:template match="tei:note" mode="notes" as="element()">
    <li id="{e:note-id(.)}" class="{('note', 'unplaced'[not(e:is-anchored(current()))])}">
      <xsl:apply-templates select="@cert" mode="said"/>
      <xsl:apply-templates select="." mode="back"/>
      <div class="note-text">
        <xsl:apply-templates mode="text"/>
      </div>
    </li>
  </xsl:template>

  <xsl:mode name="back" on-no-match="fail"/>
  <xsl:template match="tei:note" mode="back" as="element()">
    <a class="back" href="#{e:call-id(.)}" role="doc-backlink" data-label=""
        aria-label="{e:label('back', e:note-mark(.))}">{e:note-mark(.)}</a>
  </xsl:template>

  <xsl:template match="tei:note[not(e:is-anchored(.))]" mode="back" as="element()" priority="1">
    <span class="back" data-label="" title="{e:label('unplaced')}">{e:note-mark(.)}</span>
  </xsl:template>

  <xsl:function name="e:call-id" as="xs:string">
    <xsl:param name="note" as="element(tei:note)"/>
    <xsl:sequence select="'call:' || e:note-id($note)"/>
  </xsl:function>

  <!-- Its own id; a note without one is counted. -->
  <xsl:function name="e:note-id" as="xs:string">
    <xsl:param name="note" as="element(tei:note)"/>
    <xsl:sequence select="
        string(($note/@xml:id, 'note:' || count($note/preceding::tei:note[ancestor::tei:text]) + 1)[1])"/>
  </xsl:function>
</xsl:stylesheet>
