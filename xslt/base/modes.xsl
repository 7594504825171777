<?xml version="1.0" encoding="UTF-8"?>
<!-- The modes. The unnamed mode starts at the document node and is the medium's own. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:e="urn:engross">

  <!-- The text of the document, in reading order. -->
  <xsl:mode name="text" on-no-match="fail" warning-on-multiple-match="false"/>

  <!-- The same text as plain characters, without notes and page breaks: for titles, quotations and indexes. -->
  <xsl:mode name="plain" on-no-match="text-only-copy"/>
</xsl:stylesheet>
