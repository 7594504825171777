<?xml version="1.0" encoding="UTF-8"?>
<!-- How to cite the document: a sentence, BibTeX, CSL-JSON, RIS. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:tei="http://www.tei-c.org/ns/1.0" xmlns:e="urn:engross"
    xmlns="http://www.w3.org/1999/xhtml" exclude-result-prefixes="#all">

  <xsl:mode name="cite" on-no-match="deep-skip"/>

  <xsl:template match="tei:TEI" mode="cite" as="element()">
    <details class="cite">
      <summary>{e:label('cite')}</summary>
      <p class="citation">
        <xsl:text>{e:citation-start(.)}</xsl:text>
        <cite>{e:volume(.)}</cite>
        <xsl:text>{e:citation-end(.)}</xsl:text>
      </p>
      <xsl:for-each select="e:permanent(.)">
        <p>
          <xsl:text>{e:label('permanent')} </xsl:text>
          <a href="{.}">{.}</a>
        </p>
      </xsl:for-each>
      <xsl:variable name="fields" as="map(*)" select="e:fields(.)"/>
      <xsl:for-each select="'BibTeX', 'CSL-JSON', 'RIS'">
        <h3>{.}</h3>
        <pre tabindex="0" lang="zxx" role="region" aria-label="{.}">
          <xsl:value-of select="
              if (. eq 'BibTeX') then e:bibtex($fields) else if (. eq 'RIS') then e:ris($fields) else e:csl($fields)"/>
        </pre>
      </xsl:for-each>
    </details>
  </xsl:template>

  <!-- The whole address of the page, where it is known where the site will be. -->
  <xsl:function name="e:permanent" as="xs:string?">
    <xsl:param name="tei" as="element(tei:TEI)"/>
    <xsl:sequence select="$site[.] ! (. || e:document-page(e:id($tei)))"/>
  </xsl:function>

  <xsl:function name="e:citation-start" as="xs:string">
    <xsl:param name="tei" as="element(tei:TEI)"/>
    <xsl:variable name="written" as="xs:string"
        select="string-join((e:place($tei), e:date($tei)[.] ! e:date-words(.))[.], ', ')"/>
    <xsl:sequence select="string-join(('“' || e:title($tei) || '”', $written[.], ''), ', ')"/>
  </xsl:function>

  <xsl:function name="e:citation-end" as="xs:string">
    <xsl:param name="tei" as="element(tei:TEI)"/>
    <xsl:variable name="parts" as="xs:string*" select="
        e:editors($tei) ! e:label('edited-by', .),
        e:imprint($tei)[.],
        e:number($tei)[.] ! e:label('document', .)"/>
    <xsl:sequence select="string-join((', '[e:volume($tei)][exists($parts)], string-join($parts, ', '), '.'))"/>
  </xsl:function>

  <xsl:function name="e:editors" as="xs:string?">
    <xsl:param name="tei" as="element(tei:TEI)"/>
    <xsl:sequence select="
        string-join($tei/tei:teiHeader/tei:fileDesc/tei:titleStmt/tei:editor ! e:said(.), ', ')[.]"/>
  </xsl:function>

  <xsl:function name="e:imprint" as="xs:string">
    <xsl:param name="tei" as="element(tei:TEI)"/>
    <xsl:variable name="publication" as="element(tei:publicationStmt)?" select="e:publication($tei)"/>
    <xsl:sequence select="
        string-join((
          string-join($publication/(tei:pubPlace, tei:publisher)[1] ! e:said(.), ': '),
          ($publication/tei:publisher[../tei:pubPlace])[1] ! (': ' || e:said(.)),
          $publication/tei:date[1] ! (', ' || e:said(.))))"/>
  </xsl:function>

  <!-- What the three forms of a citation are made of; an empty value is left out of them. -->
  <xsl:function name="e:fields" as="map(*)">
    <xsl:param name="tei" as="element(tei:TEI)"/>
    <xsl:variable name="publication" as="element(tei:publicationStmt)?" select="e:publication($tei)"/>
    <xsl:sequence select="map {
        'title': e:title($tei), 'date': translate(e:calendar-date($tei), '-', '/'), 'volume': e:volume($tei), 'number': e:number($tei),
        'editor': string-join($tei/tei:teiHeader/tei:fileDesc/tei:titleStmt/tei:editor ! e:said(.), ' and '),
        'publisher': e:said(($publication/tei:publisher)[1]), 'address': e:said(($publication/tei:pubPlace)[1]),
        'year': e:said(($publication/tei:date)[1]), 'url': string(e:permanent($tei)), 'id': e:id($tei) }"/>
  </xsl:function>

  <xsl:function name="e:bibtex" as="xs:string">
    <xsl:param name="fields" as="map(*)"/>
    <xsl:variable name="lines" as="xs:string*" select="
        ('title title', 'volume booktitle', 'editor editor', 'publisher publisher', 'address address', 'year year',
         'number number', 'url url') !
        (let $value := $fields(substring-before(., ' '))
         return ('  ' || substring-after(., ' ') || ' = {' || e:bibtex-text($value) || '},')[$value])"/>
    <xsl:sequence select="string-join(('@incollection{' || $fields?id || ',', $lines, '}'), '&#10;')"/>
  </xsl:function>

  <!-- BibTeX gives ten characters a meaning. -->
  <xsl:function name="e:bibtex-text" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="
        if ($text = translate($text, '\&amp;%$#_{}~^', '')) then $text
        else replace($text, '\\', '&#xE000;') => replace('([&amp;%$#_{}])', '\\$1') => replace('~', '\\textasciitilde{}')
        => replace('\^', '\\textasciicircum{}') => replace('&#xE000;', '\\textbackslash{}')"/>
  </xsl:function>

  <xsl:function name="e:ris" as="xs:string">
    <xsl:param name="fields" as="map(*)"/>
    <xsl:variable name="tags" as="xs:string*"
        select="'TI title', 'T2 volume', 'ED editor', 'PB publisher', 'CY address', 'PY year', 'DA date', 'SP number', 'UR url'"/>
    <xsl:sequence select="
        string-join(('TY  - CHAP',
          $tags ! (let $value := $fields(substring-after(., ' ')) return (substring-before(., ' ') || '  - ' || $value)[$value]),
          'ER  - '), '&#10;')"/>
  </xsl:function>

  <xsl:function name="e:csl" as="xs:string">
    <xsl:param name="fields" as="map(*)"/>
    <xsl:variable name="names" as="xs:string*" select="
        'id id', 'title title', 'container-title volume', 'publisher publisher', 'publisher-place address',
        'number number', 'URL url'"/>
    <xsl:variable name="pairs" as="xs:string*" select="
        '&quot;type&quot;: &quot;chapter&quot;',
        $names ! (let $value := $fields(substring-after(., ' '))
                  return (e:json(substring-before(., ' ')) || ': ' || e:json($value))[$value]),
        $fields?editor[.] ! ('&quot;editor&quot;: [{&quot;literal&quot;: ' || e:json(.) || '}]'),
        $fields?year[matches(., '^\d{4}$')] ! ('&quot;issued&quot;: {&quot;date-parts&quot;: [[' || . || ']]}')"/>
    <xsl:sequence select="'[{' || string-join($pairs, ',&#10;  ') || '}]'"/>
  </xsl:function>

  <!-- A string of JSON that can also stand in a script of HTML. -->
  <xsl:function name="e:json" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="
        '&quot;'
        || (if ($text = translate($text, '\&quot;&lt;>&amp;&#9;&#10;&#13;', '')) then $text
            else replace($text, '\\', '\\\\') => replace('&quot;', '\\&quot;') => replace('&lt;', '\\u003c')
                 => replace('>', '\\u003e') => replace('&amp;', '\\u0026') => replace('&#9;', '\\t')
                 => replace('&#10;', '\\n') => replace('&#13;', '\\r'))
        || '&quot;'"/>
  </xsl:function>
</xsl:stylesheet>
