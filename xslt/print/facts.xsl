<?xml version="1.0" encoding="UTF-8"?>
<!-- What print says around the text of a document, as JSON: title page, lists, metadata of the PDF. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:tei="http://www.tei-c.org/ns/1.0" xmlns:e="urn:engross"
    exclude-result-prefixes="#all">
  <xsl:import href="../base/base.xsl"/>
  <xsl:output method="json" encoding="UTF-8"/>

  <xsl:template match="/" as="map(*)">
    <xsl:variable name="tei" as="element(tei:TEI)" select="tei:TEI"/>
    <xsl:variable name="publication" as="element()?" select="e:publication($tei)"/>
    <xsl:variable name="statement" as="element()?" select="$tei/tei:teiHeader/tei:fileDesc/tei:titleStmt"/>
    <xsl:sequence select="map{
        'id': e:id($tei),
        'number': e:number($tei),
        'heading': e:line(($tei//tei:div/tei:head)[1]),
        'title': e:title($tei),
        'language': e:text-language($tei),
        'volume': e:volume($tei),
        'address': string(e:source-address($tei)),
        'date': e:date($tei),
        'place': e:place($tei),
        'editors': array{ $statement/tei:editor ! e:line(.) },
        'publisher': e:line($publication/tei:publisher[1]),
        'published-in': e:line($publication/tei:pubPlace[1]),
        'published': e:line($publication/tei:date[1]),
        'licence': e:line(($publication//tei:licence)[1]),
        'senders': array{ e:correspondents($tei, 'sent') ! e:full-name(.) },
        'recipients': array{ e:correspondents($tei, 'received') ! e:full-name(.) },
        'pages': array{ e:pages($tei) ! string(@n) },
        'people': array{ e:people($tei) ! map{
            'id': string(@xml:id), 'name': e:person-name(.), 'facts': string-join(e:person-facts(.), '; ') } },
        'abbreviations': array{ $tei/tei:text//tei:gloss[e:expansion(.)] ! array{ e:line(.), e:expansion(.) } },
        'labels': map:merge(map:keys($e:labels)[not(matches(., '^(month|date)-'))] ! map:entry(., e:label(.)))
      }" xmlns:map="http://www.w3.org/2005/xpath-functions/map"/>
  </xsl:template>

  <!-- A correspondent's name as the list of persons has it, otherwise as the header has it. -->
  <xsl:function name="e:full-name" as="xs:string">
    <xsl:param name="name" as="element()"/>
    <xsl:sequence select="(e:person($name) ! e:person-name(.), e:line($name))[.][1]"/>
  </xsl:function>
</xsl:stylesheet>
