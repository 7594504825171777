<?xml version="1.0" encoding="UTF-8"?>
<!-- The parameters that every output takes. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema">

  <!-- The language of what the stylesheets themselves say: a file of labels/. Not that of the document. -->
  <xsl:param name="language" as="xs:string" select="'en'"/>

  <!-- Whether an element that no rule handles stops the run; otherwise it shows as a box. -->
  <xsl:param name="strict" as="xs:boolean" select="false()"/>

  <!-- The name of the document's file without its ending: the id of a TEI that has none. -->
  <xsl:param name="file" as="xs:string" select="''"/>
</xsl:stylesheet>
