<?xml version="1.0" encoding="UTF-8"?>
<!-- What holds the chapters of an EPUB together: package, contents with page list, title page, index of persons, cover.
     In: any XML, and the parameter `facts`. Out: result documents. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:e="urn:engross" xmlns:epub="http://www.idpf.org/2007/ops"
    xmlns:svg="http://www.w3.org/2000/svg" xmlns="http://www.w3.org/1999/xhtml" exclude-result-prefixes="xs e svg">
  <xsl:include href="package.xsl"/>

  <!-- JSON: title, identifier, language, date, creators, publisher, statement, people, documents, labels. -->
  <xsl:param name="facts" as="xs:string"/>
  <xsl:variable name="book" as="map(*)" select="parse-json($facts)"/>
  <xsl:output method="xhtml" html-version="5" encoding="UTF-8" indent="no" include-content-type="no"/>
  <xsl:output name="xml" method="xml" encoding="UTF-8" indent="no"/>

  <xsl:template match="/">
    <xsl:result-document href="package.opf" format="xml">
      <xsl:call-template name="e:package"/>
    </xsl:result-document>
    <xsl:result-document href="cover.svg" format="xml">
      <xsl:call-template name="e:cover"/>
    </xsl:result-document>
    <xsl:call-template name="e:page">
      <xsl:with-param name="name" select="'cover'"/>
      <xsl:with-param name="content">
        <section epub:type="cover"><img class="cover" src="cover.svg" role="doc-cover" alt="{$book?title}"/></section>
      </xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="e:page">
      <xsl:with-param name="name" select="'title'"/>
      <xsl:with-param name="content">
        <section epub:type="titlepage" class="title-page">
          <h1>{$book?title}</h1>
          <xsl:for-each select="$book?statement?*"><p>{.}</p></xsl:for-each>
        </section>
      </xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="e:page">
      <xsl:with-param name="name" select="'nav'"/>
      <xsl:with-param name="content">
        <xsl:call-template name="e:contents"/>
      </xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="e:page">
      <xsl:with-param name="name" select="'people'"/>
      <xsl:with-param name="content">
        <xsl:call-template name="e:people"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="e:page">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="content" as="node()*"/>
    <xsl:result-document href="{$name}.xhtml">
      <html lang="{$book?labels?language}" xml:lang="{$book?labels?language}">
        <head>
          <title>{$book?title}</title>
          <link rel="stylesheet" type="text/css" href="book.css"/>
        </head>
        <body>
          <xsl:sequence select="$content"/>
        </body>
      </html>
    </xsl:result-document>
  </xsl:template>

  <xsl:template name="e:contents">
    <nav epub:type="toc" role="doc-toc" id="toc">
      <h1>{$book?labels?contents}</h1>
      <ol>
        <xsl:for-each select="$book?documents?*">
          <li><a href="{?id}.xhtml">{?heading}</a></li>
        </xsl:for-each>
        <xsl:if test="exists($book?people?*)">
          <li><a href="people.xhtml">{$book?labels?index}</a></li>
        </xsl:if>
      </ol>
    </nav>
    <xsl:if test="exists($book?documents?*?pages?*)">
      <nav epub:type="page-list" role="doc-pagelist" id="pages" hidden="">
        <ol>
          <xsl:for-each select="$book?documents?*">
            <xsl:variable name="id" as="xs:string" select="?id"/>
            <xsl:for-each select="?pages?*">
              <li><a href="{$id}.xhtml#page-{position()}">{.}</a></li>
            </xsl:for-each>
          </xsl:for-each>
        </ol>
      </nav>
    </xsl:if>
    <nav epub:type="landmarks" id="landmarks" hidden="">
      <ol>
        <li><a epub:type="toc" href="nav.xhtml#toc">{$book?labels?contents}</a></li>
        <li><a epub:type="bodymatter" href="{$book?documents?1?id}.xhtml">{$book?documents?1?heading}</a></li>
      </ol>
    </nav>
  </xsl:template>

  <!-- Every person, and the documents that name them. -->
  <xsl:template name="e:people">
    <section epub:type="index" role="doc-index">
      <h1>{$book?labels?index}</h1>
      <ul class="people">
        <xsl:for-each select="$book?people?*">
          <xsl:variable name="person" as="map(*)" select="."/>
          <li id="{?id}">
            <b>{?name}</b>
            <xsl:text>{?facts[.] ! (', ' || .)}: </xsl:text>
            <xsl:for-each select="$book?documents?*[?people?*?id = $person?id]">
              <xsl:text>{if (position() gt 1) then ', ' else ()}</xsl:text>
              <a href="{?id}.xhtml">{(?number[.], ?id)[1]}</a>
            </xsl:for-each>
          </li>
        </xsl:for-each>
      </ul>
    </section>
  </xsl:template>

  <!-- The title, in lines that fit. -->
  <xsl:template name="e:cover">
    <xsl:variable name="lines" as="xs:string*" select="fold-left(tokenize($book?title), (), e:with-word#2)"/>
    <svg:svg viewBox="0 0 600 900" width="600" height="900">
      <svg:rect width="600" height="900" fill="#1f2a38"/>
      <svg:rect x="36" y="36" width="528" height="828" fill="none" stroke="#c9b88a" stroke-width="2"/>
      <xsl:for-each select="$lines">
        <svg:text x="300" y="{260 + 56 * position()}" font-family="serif" font-size="40" fill="#f4efe2" text-anchor="middle">{.}</svg:text>
      </xsl:for-each>
    </svg:svg>
  </xsl:template>
  <xsl:function name="e:with-word" as="xs:string*">
    <xsl:param name="lines" as="xs:string*"/>
    <xsl:param name="word" as="xs:string"/>
    <xsl:variable name="longer" as="xs:string" select="string-join(($lines[last()], $word), ' ')"/>
    <xsl:sequence select="
        if (exists($lines) and string-length($longer) le 24) then ($lines[position() lt last()], $longer) else ($lines, $word)"/>
  </xsl:function>
</xsl:stylesheet>
