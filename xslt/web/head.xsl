<?xml version="1.0" encoding="UTF-8"?>
<!-- What machines read in the head of a page: Dublin Core, schema.org, neighbours, filters of the search. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:tei="http://www.tei-c.org/ns/1.0" xmlns:e="urn:engross"
    xmlns="http://www.w3.org/1999/xhtml" exclude-result-prefixes="#all">

  <xsl:template match="tei:TEI" mode="head">
    <xsl:variable name="tei" as="element(tei:TEI)" select="."/>
    <xsl:for-each select="$previous[.]">
      <link rel="prev" href="{e:document-page(.)}"/>
    </xsl:for-each>
    <xsl:for-each select="$next[.]">
      <link rel="next" href="{e:document-page(.)}"/>
    </xsl:for-each>
    <link rel="alternate" type="application/tei+xml" href="tei/{encode-for-uri(e:id(.))}.xml"/>
    <link rel="schema.DC" href="http://purl.org/dc/elements/1.1/"/>
    <xsl:sequence select="
        e:meta('DC.title', e:title(.)),
        e:correspondents(., 'sent') ! e:meta('DC.creator', e:name(.)),
        e:meta('DC.date', e:calendar-date(.)),
        e:meta('DC.language', e:text-language(.)),
        e:publication(.)/tei:publisher ! e:meta('DC.publisher', e:said(.)),
        e:publication(.)//tei:licence ! e:meta('DC.rights', (e:web-address(@target), e:said(.))[1]),
        e:meta('DC.source', e:volume(.)),
        e:meta('DC.identifier', (e:permanent(.), e:id(.))[1]),
        e:meta('DC.type', 'Text')"/>
    <xsl:sequence select="
        e:meta('engross.source', e:said(e:source(.)/tei:idno[@type = 'filename'])),
        e:filter('year', substring(e:calendar-date(.), 1, 4)),
        e:correspondents(., 'sent') ! e:filter('sender', e:name(.)),
        e:correspondents(., 'received') ! e:filter('recipient', e:name(.)),
        e:people(.) ! e:filter('person', e:person-name(.)),
        e:filter('type', e:kind(.))"/>
    <script type="application/ld+json"><xsl:value-of select="e:linked(.)"/></script>
  </xsl:template>

  <xsl:function name="e:meta" as="element()?">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="content" as="xs:string"/>
    <xsl:if test="$content">
      <meta name="{$name}" content="{$content}"/>
    </xsl:if>
  </xsl:function>

  <xsl:function name="e:filter" as="element()?">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="value" as="xs:string"/>
    <xsl:if test="$value">
      <meta name="engross.{$name}" content="{$value}" data-pagefind-filter="{$name}[content]"/>
    </xsl:if>
  </xsl:function>

  <!-- What kind of document the title says it is: its words before `from`, `to` or the like. -->
  <xsl:function name="e:kind" as="xs:string">
    <xsl:param name="tei" as="element(tei:TEI)"/>
    <xsl:variable name="kind" as="xs:string"
        select="replace(e:title($tei), '^(.{3,60}?)\s(from|to|by|between|for|with|prepared)\s.*$', '$1', 'i')"/>
    <xsl:sequence select="if (string-length($kind) le 60) then $kind else ''"/>
  </xsl:function>

  <!-- schema.org, as JSON-LD. -->
  <xsl:function name="e:linked" as="xs:string">
    <xsl:param name="tei" as="element(tei:TEI)"/>
    <xsl:variable name="person" as="function(element()) as xs:string"
        select="function($name) { '{&quot;@type&quot;:&quot;Person&quot;,&quot;name&quot;:' || e:json(e:name($name)) || '}' }"/>
    <xsl:variable name="list" as="function(xs:string*) as xs:string?"
        select="function($items) { '['[exists($items)] || string-join($items, ',') || ']'[exists($items)] }"/>
    <xsl:variable name="pairs" as="xs:string*" select="
        'name ' || e:json(e:title($tei)),
        e:permanent($tei) ! ('url ' || e:json(.)),
        'inLanguage ' || e:json(e:text-language($tei)),
        e:calendar-date($tei)[.] ! ('dateCreated ' || e:json(.)),
        e:place($tei)[.] ! ('locationCreated {&quot;@type&quot;:&quot;Place&quot;,&quot;name&quot;:' || e:json(.) || '}'),
        $list(e:correspondents($tei, 'sent') ! $person(.))[.] ! ('author ' || .),
        $list(e:correspondents($tei, 'received') ! $person(.))[.] ! ('recipient ' || .),
        e:number($tei)[.] ! ('position ' || e:json(.)),
        e:volume($tei)[.] ! ('isPartOf {&quot;@type&quot;:&quot;Book&quot;,&quot;name&quot;:' || e:json(.) || '}'),
        e:source-address($tei) ! ('isBasedOn ' || e:json(.)),
        (e:publication($tei)//tei:licence/@target)[1] ! e:web-address(.) ! ('license ' || e:json(.))"/>
    <xsl:sequence select="
        '{&quot;@context&quot;:&quot;https://schema.org&quot;,&quot;@type&quot;:&quot;'
        || (if (exists(e:correspondents($tei, 'received'))) then 'Message' else 'CreativeWork') || '&quot;'
        || string-join($pairs ! (',&quot;' || substring-before(., ' ') || '&quot;:' || substring-after(., ' '))) || '}'"/>
  </xsl:function>
</xsl:stylesheet>
