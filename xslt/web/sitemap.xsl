<?xml version="1.0" encoding="UTF-8"?>
<!-- A map of the pages, where the address of the site is known. In: `pages` with a `page` for each address. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" exclude-result-prefixes="#all">

  <xsl:output method="xml" encoding="UTF-8" indent="no"/>

  <xsl:param name="site" as="xs:string" required="yes"/>

  <xsl:template match="/" as="element()">
    <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
      <xsl:for-each select="pages/page">
        <url>
          <loc>{$site}{string-join(tokenize(., '/') ! encode-for-uri(.), '/')}</loc>
        </url>
      </xsl:for-each>
    </urlset>
  </xsl:template>
</xsl:stylesheet>
