<?xml version="1.0" encoding="UTF-8"?>
<!-- The frame of every page: head, banner, footer. What is said here is a label, never text of a document. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:tei="http://www.tei-c.org/ns/1.0" xmlns:e="urn:engross"
    xmlns="http://www.w3.org/1999/xhtml" exclude-result-prefixes="#all">

  <!-- Polyglot: HTML that is also well-formed XML, so that every character of a document can be written. -->
  <xsl:output name="page" method="xhtml" html-version="5" encoding="UTF-8" indent="no" include-content-type="no"
      omit-xml-declaration="yes"/>

  <!-- What a page has in its head and in its main part: a page made of a document has rules for them, which write
       straight into it (a tree built first and then copied costs as much again). -->
  <xsl:mode name="head" on-no-match="deep-skip"/>
  <xsl:mode name="main" on-no-match="deep-skip"/>

  <!-- One page. `root` leads from its folder to that of the site: empty or `../`. -->
  <xsl:template name="e:page">
    <xsl:param name="title" as="xs:string" required="yes"/>
    <xsl:param name="root" as="xs:string" select="''"/>
    <xsl:param name="address" as="xs:string" required="yes"/>
    <xsl:param name="kind" as="xs:string" required="yes"/>
    <xsl:param name="scripts" as="xs:string*"/>
    <xsl:param name="content" as="node()*"/>
    <html lang="{$e:language}" data-root="{$root}">
      <head>
        <meta charset="utf-8"/>
        <title>{string-join(($title, $edition)[.] => distinct-values(), ' · ')}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="color-scheme" content="light dark"/>
        <meta name="generator" content="engross"/>
        <xsl:if test="$site">
          <link rel="canonical" href="{$site || $address}"/>
        </xsl:if>
        <xsl:apply-templates select="." mode="head"/>
        <link rel="stylesheet" href="{$root}assets/edition.css"/>
        <link rel="icon" href="{$root}assets/icon.svg" type="image/svg+xml"/>
        <link rel="alternate" href="{$root}feed.xml" type="application/atom+xml" title="{$edition}"/>
        <xsl:for-each select="$scripts">
          <script src="{$root}assets/{.}" defer="defer"/>
        </xsl:for-each>
      </head>
      <body class="{$kind}">
        <a class="skip" href="#the:main">{e:label('skip')}</a>
        <header class="banner">
          <a class="edition" href="{$root}index.html">{$edition}</a>
          <nav aria-label="{e:label('contents')}">
            <xsl:for-each select="'documents', 'people', 'places', 'abbreviations', 'sources', 'timeline', 'network', 'search'">
              <a href="{$root}lists/{.}.html">
                <xsl:if test="$address = 'lists/' || . || '.html'">
                  <xsl:attribute name="aria-current" select="'page'"/>
                </xsl:if>
                <xsl:value-of select="e:label(.)"/>
              </a>
            </xsl:for-each>
          </nav>
        </header>
        <main id="the:main" tabindex="-1">
          <xsl:sequence select="$content"/>
          <xsl:apply-templates select="." mode="main"/>
        </main>
        <footer class="colophon">
          <p>{e:label('made-by')}</p>
        </footer>
      </body>
    </html>
  </xsl:template>

  <!-- The language that the labels are in: English where the one asked for is not there. -->
  <xsl:variable name="e:language" as="xs:string" select="(tokenize($language, '-')[1][map:contains($e:languages, .)], 'en')[1]"
      xmlns:map="http://www.w3.org/2005/xpath-functions/map"/>
</xsl:stylesheet>
