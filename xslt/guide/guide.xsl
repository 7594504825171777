<?xml version="1.0" encoding="UTF-8"?>
<!-- The encoding guide: one web page, complete in itself, made of schema/engross.odd. Prose as it stands; of each element
     what it is, where it stands, what it holds, its attributes, and examples; at the end the rules. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:tei="http://www.tei-c.org/ns/1.0" xmlns:e="urn:engross"
    xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:include href="content.xsl"/>
  <xsl:include href="examples.xsl"/>
  <xsl:include href="rules.xsl"/>

  <xsl:output method="xhtml" html-version="5" encoding="UTF-8" indent="no" include-content-type="no"
      omit-xml-declaration="yes"/>
  <xsl:mode on-no-match="fail"/>

  <!-- The looks of the page, as CSS. -->
  <xsl:param name="style" as="xs:string" required="yes"/>

  <xsl:template match="/">
    <html lang="{TEI/@xml:lang}">
      <head>
        <meta charset="utf-8"/>
        <title>{//titleStmt/title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="color-scheme" content="light dark"/>
        <meta name="generator" content="engross"/>
        <link rel="icon" href="data:,"/>
        <style>{$style}</style>
      </head>
      <body>
        <a class="skip" href="#main">Skip to the guide</a>
        <header>
          <h1>{//titleStmt/title}</h1>
          <xsl:apply-templates select="//body/p"/>
        </header>
        <nav aria-labelledby="contents">
          <h2 id="contents">Contents</h2>
          <ol>
            <xsl:for-each select="//body/div">
              <li>
                <a href="#{@xml:id}">{head}</a>
                <span class="names">
                  <xsl:for-each select="specGrp/elementSpec">
                    <a href="#element-{@ident}">{@ident}</a>
                    <xsl:text> </xsl:text>
                  </xsl:for-each>
                </span>
              </li>
            </xsl:for-each>
            <li><a href="#rules">Rules</a></li>
          </ol>
        </nav>
        <main id="main" tabindex="-1">
          <xsl:apply-templates select="//body/div"/>
          <xsl:call-template name="e:rules"/>
        </main>
        <footer>
          <p>Made of <code>schema/engross.odd</code> and <code>schema/*.sch</code>. {//publisher}, {//licence}.</p>
        </footer>
      </body>
    </html>
  </xsl:template>

  <xsl:template match="body/div">
    <section id="{@xml:id}" aria-labelledby="{@xml:id}-heading">
      <h2 id="{@xml:id}-heading">{head}</h2>
      <xsl:apply-templates select="p, specGrp"/>
    </section>
  </xsl:template>

  <xsl:template match="specGrp">
    <xsl:apply-templates select="elementSpec, classSpec[@type = 'atts'], dataSpec"/>
  </xsl:template>

  <xsl:template match="elementSpec">
    <article id="element-{@ident}" aria-labelledby="heading-{@ident}">
      <h3 id="heading-{@ident}"><code>{@ident}</code></h3>
      <p><code class="tag">&lt;{@ident}&gt;</code>{' '}<xsl:apply-templates select="desc"/></p>
      <xsl:apply-templates select="remarks/p"/>
      <dl>
        <xsl:call-template name="e:links">
          <xsl:with-param name="label" select="'May stand in'"/>
          <xsl:with-param name="names" select="e:parents(.)"/>
          <xsl:with-param name="none" select="'nothing: it is the root of a file'"/>
        </xsl:call-template>
        <xsl:call-template name="e:links">
          <xsl:with-param name="label" select="'May hold'"/>
          <xsl:with-param name="names" select="e:children(.)"/>
          <xsl:with-param name="text" select="e:holds-text(.)"/>
          <xsl:with-param name="none" select="if (e:holds-text(.)) then 'text' else 'nothing: it is empty'"/>
        </xsl:call-template>
      </dl>
      <xsl:call-template name="e:attributes">
        <xsl:with-param name="caption" select="'Attributes of ' || @ident"/>
        <xsl:with-param name="attributes" select="e:attributes(.)"/>
      </xsl:call-template>
      <xsl:apply-templates select="exemplum"/>
    </article>
  </xsl:template>

  <xsl:template match="classSpec">
    <article id="group-{@ident}" aria-labelledby="heading-{@ident}">
      <h3 id="heading-{@ident}"><code>{@ident}</code></h3>
      <p>Attributes that say <xsl:apply-templates select="desc"/>.</p>
      <xsl:call-template name="e:attributes">
        <xsl:with-param name="caption" select="'Attributes of the group ' || @ident"/>
        <xsl:with-param name="attributes" select="e:attributes(.)"/>
      </xsl:call-template>
    </article>
  </xsl:template>

  <xsl:template match="dataSpec">
    <article id="value-{@ident}" aria-labelledby="heading-{@ident}">
      <h3 id="heading-{@ident}"><code>{@ident}</code></h3>
      <p>A value: <xsl:apply-templates select="desc"/>.</p>
    </article>
  </xsl:template>

  <!-- A row of links to elements, long ones folded. -->
  <xsl:template name="e:links">
    <xsl:param name="label" as="xs:string" required="yes"/>
    <xsl:param name="names" as="xs:string*" required="yes"/>
    <xsl:param name="none" as="xs:string" required="yes"/>
    <xsl:param name="text" as="xs:boolean" select="false()"/>
    <xsl:variable name="links" as="node()*">
      <xsl:if test="$text">text, </xsl:if>
      <xsl:for-each select="$names">
        <a href="#element-{.}">{.}</a>
        <xsl:if test="position() ne last()">, </xsl:if>
      </xsl:for-each>
    </xsl:variable>
    <dt>{$label}</dt>
    <dd>
      <xsl:choose>
        <xsl:when test="empty($names)">{$none}</xsl:when>
        <xsl:when test="count($names) gt 12">
          <details>
            <summary>{if ($text) then 'text and ' else ''}{count($names)} elements</summary>
            <xsl:sequence select="$links"/>
          </details>
        </xsl:when>
        <xsl:otherwise><xsl:sequence select="$links"/></xsl:otherwise>
      </xsl:choose>
    </dd>
  </xsl:template>

  <xsl:template name="e:attributes">
    <xsl:param name="caption" as="xs:string" required="yes"/>
    <xsl:param name="attributes" as="element(attDef)*" required="yes"/>
    <xsl:if test="exists($attributes)">
      <table>
        <caption>{$caption}</caption>
        <thead><tr><th scope="col">Attribute</th><th scope="col">What it says</th><th scope="col">Values</th></tr></thead>
        <tbody>
          <xsl:for-each select="$attributes">
            <tr>
              <th scope="row"><code>{@ident}</code><xsl:if test="@usage = 'req'">{' '}<em>required</em></xsl:if></th>
              <td><xsl:apply-templates select="desc"/></td>
              <td><xsl:apply-templates select="." mode="e:values"/></td>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
    </xsl:if>
  </xsl:template>

  <xsl:template match="p"><p><xsl:apply-templates/></p></xsl:template>
  <xsl:template match="desc"><xsl:apply-templates/></xsl:template>
  <xsl:template match="gi"><a href="#element-{.}"><code>{.}</code></a></xsl:template>
  <xsl:template match="att | val | code"><code><xsl:apply-templates/></code></xsl:template>
  <xsl:template match="text()"><xsl:value-of select="."/></xsl:template>
</xsl:stylesheet>
