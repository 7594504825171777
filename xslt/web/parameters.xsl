<?xml version="1.0" encoding="UTF-8"?>
<!-- The parameters of the web edition; those that every output takes are in base. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:tei="http://www.tei-c.org/ns/1.0" xmlns:e="urn:engross"
    xmlns="http://www.w3.org/1999/xhtml" exclude-result-prefixes="#all">

  <!-- What the edition is called, and its id. -->
  <xsl:param name="edition" as="xs:string" select="''"/>

  <!-- Where the site will be: an address that ends with a slash, or empty where that is not known. -->
  <xsl:param name="site" as="xs:string" select="''"/>

  <!-- The day of the edition, as it says itself: no build asks a clock. -->
  <xsl:param name="updated" as="xs:string" select="'1970-01-01'"/>

  <!-- Whether the pages for editors are left out. -->
  <xsl:param name="public" as="xs:boolean" select="false()"/>

  <!-- Of a document: the ids of its neighbours, and the ids of the documents that it refers to and the edition has. -->
  <xsl:param name="previous" as="xs:string" select="''"/>
  <xsl:param name="next" as="xs:string" select="''"/>
  <xsl:param name="referred" as="xs:string" select="''"/>

  <!-- How many documents a page of a list has. -->
  <xsl:param name="leaf-size" as="xs:integer" select="200"/>

  <!-- The page of the list of documents that has the document, counted from 1. -->
  <xsl:param name="leaf" as="xs:integer" select="1"/>

  <!-- Where the PDF of each document is, from the folder of the site, with a slash at its end: empty if there is none. -->
  <xsl:param name="pdfs" as="xs:string" select="''"/>
</xsl:stylesheet>
