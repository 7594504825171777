<?xml version="1.0" encoding="UTF-8"?>
<!-- A feed of the documents. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:e="urn:engross"
    xmlns="http://www.w3.org/1999/xhtml" exclude-result-prefixes="#all">

  <xsl:output name="xml" method="xml" encoding="UTF-8" indent="no"/>

  <xsl:mode name="feeds" on-no-match="fail"/>

  <xsl:template match="catalogue" mode="feeds" as="empty-sequence()">
    <xsl:result-document href="feed.xml" format="xml">
      <feed xmlns="http://www.w3.org/2005/Atom">
        <title>{($edition[.], e:label('edition'))[1]}</title>
        <id>{($site[.], 'urn:engross:' || encode-for-uri($edition))[1]}</id>
        <updated>{$updated}T00:00:00Z</updated>
        <xsl:if test="$site">
          <link rel="self" href="{$site}feed.xml"/>
        </xsl:if>
        <author>
          <name>{($edition[.], e:label('edition'))[1]}</name>
        </author>
        <xsl:for-each select="entry">
          <entry>
            <title>{@title}</title>
            <id>{if ($site) then $site || e:document-page(@id) else 'urn:engross:' || encode-for-uri(@id)}</id>
            <link href="{$site}{e:document-page(@id)}"/>
            <updated>{$updated}T00:00:00Z</updated>
            <summary>{string-join((@n[. ne ''] ! e:label('document', .), e:when-and-where(.)[.]), ', ')}</summary>
          </entry>
        </xsl:for-each>
      </feed>
    </xsl:result-document>
  </xsl:template>
</xsl:stylesheet>
