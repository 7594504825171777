<?xml version="1.0" encoding="UTF-8"?>
<!-- What every output shares. A medium imports this file and adds its own rules in the mode `text`; it handles every
     element that it meets, or `unhandled` stops the run (parameter `strict`) or shows a box. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:include href="parameters.xsl"/>
  <xsl:include href="modes.xsl"/>
  <xsl:include href="functions.xsl"/>
  <xsl:include href="labels.xsl"/>
  <xsl:include href="header.xsl"/>
  <xsl:include href="structure.xsl"/>
  <xsl:include href="inline.xsl"/>
  <xsl:include href="notes.xsl"/>
  <xsl:include href="pages.xsl"/>
  <xsl:include href="unhandled.xsl"/>
</xsl:stylesheet>
