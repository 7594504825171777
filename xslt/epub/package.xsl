<?xml version="1.0" encoding="UTF-8"?>
<!-- The package document of an EPUB 3.3, with what EPUB Accessibility 1.1 asks for. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:e="urn:engross" xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns="http://www.idpf.org/2007/opf" exclude-result-prefixes="xs e">

  <xsl:template name="e:package">
    <package version="3.0" unique-identifier="id" xml:lang="{$book?labels?language}">
      <metadata>
        <dc:identifier id="id">{$book?identifier}</dc:identifier>
        <dc:title>{$book?title}</dc:title>
        <xsl:for-each select="distinct-values(($book?language, $book?documents?*?language))">
          <dc:language>{.}</dc:language>
        </xsl:for-each>
        <xsl:for-each select="$book?creators?*"><dc:creator>{.}</dc:creator></xsl:for-each>
        <xsl:for-each select="$book?publisher[.]"><dc:publisher>{.}</dc:publisher></xsl:for-each>
        <xsl:for-each select="$book?sources?*"><dc:source>{.}</dc:source></xsl:for-each>
        <dc:date>{$book?date}</dc:date>
        <meta property="dcterms:modified">{$book?date}T00:00:00Z</meta>
        <meta property="schema:accessMode">textual</meta>
        <meta property="schema:accessModeSufficient">textual</meta>
        <xsl:for-each select="'tableOfContents', 'structuralNavigation', 'readingOrder', 'index', 'ARIA',
            ('pageBreakMarkers', 'pageNavigation')[exists($book?documents?*?pages?*)]">
          <meta property="schema:accessibilityFeature">{.}</meta>
        </xsl:for-each>
        <meta property="schema:accessibilityHazard">none</meta>
        <meta property="schema:accessibilitySummary">{$book?labels?accessibility}</meta>
        <xsl:if test="exists($book?documents?*?pages?*)">
          <xsl:for-each select="$book?sources?1"><meta property="pageBreakSource">{.}</meta></xsl:for-each>
        </xsl:if>
      </metadata>
      <manifest>
        <item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
        <item id="cover-image" href="cover.svg" media-type="image/svg+xml" properties="cover-image"/>
        <item id="style" href="book.css" media-type="text/css"/>
        <xsl:for-each select="$e:pages">
          <item id="{.}" href="{.}.xhtml" media-type="application/xhtml+xml"/>
        </xsl:for-each>
        <xsl:for-each select="$book?documents?*">
          <item id="document-{?id}" href="{?id}.xhtml" media-type="application/xhtml+xml"/>
        </xsl:for-each>
      </manifest>
      <spine>
        <itemref idref="cover"/>
        <itemref idref="title"/>
        <itemref idref="nav"/>
        <xsl:for-each select="$book?documents?*"><itemref idref="document-{?id}"/></xsl:for-each>
        <itemref idref="people"/>
      </spine>
    </package>
  </xsl:template>

  <xsl:variable name="e:pages" as="xs:string*" select="'cover', 'title', 'people'"/>
</xsl:stylesheet>
