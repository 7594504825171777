<?xml version="1.0" encoding="UTF-8"?>
<!-- What no grammar can say: the Schematron rules by topic, each with its severity and its message. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:sch="http://purl.oclc.org/dsdl/schematron" xmlns:e="urn:engross"
    xmlns="http://www.w3.org/1999/xhtml" exclude-result-prefixes="#all">

  <!-- The rules as one Schematron schema, written as a string. -->
  <xsl:param name="rules" as="xs:string" required="yes"/>

  <xsl:mode name="e:message" on-no-match="fail"/>

  <xsl:template name="e:rules">
    <section id="rules" aria-labelledby="rules-heading">
      <h2 id="rules-heading">Rules</h2>
      <p>What no grammar can say. Each rule has an id, by which a report names it. An error keeps a document from being
        published; a warning asks for an editor’s eye; an info only tells. “…” stands for what is found in the document.</p>
      <xsl:for-each select="parse-xml($rules)//sch:pattern[.//(sch:assert | sch:report)]">
        <h3 id="rules-{@id}">{replace(@id, '-', ' ')}</h3>
        <dl class="rules">
          <xsl:for-each select=".//(sch:assert | sch:report)">
            <dt id="rule-{@id}"><code>{@id}</code>{' '}<em>{(@role, 'error')[1]}</em></dt>
            <dd><xsl:apply-templates mode="e:message"/></dd>
          </xsl:for-each>
        </dl>
      </xsl:for-each>
    </section>
  </xsl:template>

  <xsl:template match="sch:value-of | sch:name" mode="e:message">…</xsl:template>
  <xsl:template match="text()" mode="e:message"><xsl:value-of select="replace(., '\s+', ' ')"/></xsl:template>
</xsl:stylesheet>
