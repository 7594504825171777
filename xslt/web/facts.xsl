<?xml version="1.0" encoding="UTF-8"?>
<!-- What the header says of the document, under its heading, and what a reader can do with it, after the text. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:tei="http://www.tei-c.org/ns/1.0" xmlns:e="urn:engross"
    xmlns="http://www.w3.org/1999/xhtml" exclude-result-prefixes="#all">

  <xsl:mode name="facts" on-no-match="deep-skip"/>

  <xsl:template match="tei:TEI" mode="facts" as="element()">
    <xsl:variable name="tei" as="element(tei:TEI)" select="."/>
    <dl class="facts" data-label="" data-pagefind-ignore="" lang="{$e:language}">
      <xsl:for-each select="'sent', 'received'">
        <xsl:variable name="people" as="element()*" select="e:correspondents($tei, .)"/>
        <xsl:if test="exists($people)">
          <div>
            <dt>{e:label(.)}</dt>
            <xsl:apply-templates select="$people" mode="facts"/>
          </div>
        </xsl:if>
      </xsl:for-each>
      <xsl:if test="e:date($tei) or e:place($tei)">
        <div>
          <dt>{e:label('written')}</dt>
          <dd>{string-join((e:place($tei), e:date($tei)[.] ! e:date-words(.))[.], ', ')}</dd>
        </div>
      </xsl:if>
      <xsl:if test="e:volume($tei)">
        <div>
          <dt>{e:label('printed-in')}</dt>
          <dd>
            <cite>{e:volume($tei)}</cite>
            <xsl:if test="e:number($tei)">, {e:label('document', e:number($tei))}</xsl:if>
            <xsl:if test="e:source-address($tei)">
              <xsl:text> (</xsl:text>
              <a href="{e:source-address($tei)}">{replace(e:source-address($tei), '^https?://([^/]+).*$', '$1', 'i')}</a>
              <xsl:text>)</xsl:text>
            </xsl:if>
          </dd>
        </div>
      </xsl:if>
    </dl>
  </xsl:template>

  <xsl:template match="tei:persName | tei:orgName" mode="facts" as="element()">
    <xsl:variable name="person" as="xs:string*" select="$e:known-people(string(@ref))"/>
    <dd>
      <xsl:choose>
        <xsl:when test="exists($person)">
          <a href="{$person[1]}">{$person[2]}</a>
          <xsl:for-each select="$person[3]">
            <span class="office">{.}</span>
          </xsl:for-each>
        </xsl:when>
        <xsl:otherwise>{e:line(.)}</xsl:otherwise>
      </xsl:choose>
    </dd>
  </xsl:template>

  <xsl:mode name="tools" on-no-match="deep-skip"/>

  <xsl:template match="tei:TEI" mode="tools" as="element()+">
    <nav class="neighbours" aria-label="{e:label('neighbours')}">
      <xsl:for-each select="$previous[.]">
        <a rel="prev" href="{e:document-page(.)}">{e:label('previous')}</a>
      </xsl:for-each>
      <a href="{e:leaf('lists/documents.html', $leaf)}#{'at:' || e:id(.)}">{e:label('documents')}</a>
      <xsl:for-each select="$next[.]">
        <a rel="next" href="{e:document-page(.)}">{e:label('next')}</a>
      </xsl:for-each>
    </nav>
    <section class="tools" aria-labelledby="the:tools">
      <h2 id="the:tools">{e:label('tools')}</h2>
      <p class="files">
        <a href="tei/{encode-for-uri(e:id(.))}.xml" type="application/tei+xml">{e:label('view-tei')}</a>
        <a href="tei/{encode-for-uri(e:id(.))}.xml" download="{e:id(.)}.xml">{e:label('download-tei')}</a>
        <a href="text/{encode-for-uri(e:id(.))}.txt" type="text/plain">{e:label('plain-text')}</a>
        <xsl:if test="$pdfs">
          <a href="{$pdfs}{encode-for-uri(e:id(.))}.pdf" type="application/pdf">{e:label('pdf')}</a>
        </xsl:if>
        <button type="button" class="show-encoding" aria-pressed="false" hidden="hidden">{e:label('show-encoding')}</button>
      </p>
      <xsl:apply-templates select="." mode="cite"/>
    </section>
  </xsl:template>
</xsl:stylesheet>
