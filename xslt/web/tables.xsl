<?xml version="1.0" encoding="UTF-8"?>
<!-- Lists, tables and figures. HTML allows nothing between two items or rows: what stands there begins the next. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:tei="http://www.tei-c.org/ns/1.0" xmlns:e="urn:engross"
    xmlns="http://www.w3.org/1999/xhtml" exclude-result-prefixes="#all">

  <!-- What stands right before an item or a row and belongs to none. -->
  <xsl:function name="e:between" as="element()*">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="last" as="element()?" select="$element/preceding-sibling::*[self::tei:item or self::tei:label or self::tei:row][1]"/>
    <xsl:sequence select="
        $element/preceding-sibling::*[self::tei:pb or self::tei:gap or self::tei:figure or self::tei:note][empty($last) or . >> $last]"/>
  </xsl:function>

  <xsl:template match="tei:list" mode="text">
    <div class="{'list', @type}">
      <xsl:sequence select="e:kept-id(.)"/>
      <xsl:apply-templates select="tei:head" mode="#current"/>
      <ul role="list">
        <xsl:apply-templates select="tei:item" mode="#current"/>
      </ul>
      <xsl:apply-templates select="tei:item[last()]/following-sibling::*" mode="#current"/>
    </div>
  </xsl:template>

  <xsl:template match="tei:list[tei:label]" mode="text" priority="1">
    <div class="{'list', @type}">
      <xsl:sequence select="e:kept-id(.)"/>
      <xsl:apply-templates select="tei:head" mode="#current"/>
      <dl>
        <xsl:apply-templates select="tei:label | tei:item" mode="#current"/>
      </dl>
      <xsl:apply-templates select="tei:item[last()]/following-sibling::*" mode="#current"/>
    </div>
  </xsl:template>

  <xsl:template match="tei:item" mode="text">
    <li>
      <xsl:sequence select="e:kept-id(.)"/>
      <xsl:apply-templates select="e:between(.), node()" mode="#current"/>
    </li>
  </xsl:template>

  <xsl:template match="tei:list[tei:label]/tei:item | tei:list/tei:label" mode="text" priority="1">
    <xsl:element name="{if (self::tei:item) then 'dd' else 'dt'}">
      <xsl:sequence select="e:kept-id(.)"/>
      <xsl:apply-templates select="e:between(.), node()" mode="#current"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="tei:table" mode="text">
    <div class="scroll">
      <table>
        <xsl:sequence select="e:kept-id(.)"/>
        <xsl:where-populated>
          <caption>
            <xsl:apply-templates select="tei:head/node()" mode="#current"/>
          </caption>
        </xsl:where-populated>
        <tbody>
          <xsl:apply-templates select="tei:row" mode="#current"/>
        </tbody>
      </table>
      <xsl:apply-templates select="tei:row[last()]/following-sibling::*" mode="#current"/>
    </div>
  </xsl:template>

  <xsl:template match="tei:row" mode="text">
    <tr>
      <xsl:apply-templates select="tei:cell" mode="#current"/>
    </tr>
  </xsl:template>

  <xsl:template match="tei:cell" mode="text">
    <xsl:element name="{if ('label' = (@role, ../@role)) then 'th' else 'td'}">
      <xsl:for-each select="@rows, @cols">
        <xsl:attribute name="{if (local-name() eq 'rows') then 'rowspan' else 'colspan'}" select="."/>
      </xsl:for-each>
      <xsl:apply-templates select="..[*[1] is current()]/e:between(.), node()" mode="#current"/>
    </xsl:element>
  </xsl:template>

  <!-- A picture that the edition describes; its file is not part of the edition. -->
  <xsl:template match="tei:figure" mode="text">
    <span class="figure">
      <xsl:sequence select="e:kept-id(.)"/>
      <span class="sign" data-label="">{e:label('figure')}</span>
      <xsl:apply-templates select="tei:head | tei:figDesc" mode="#current"/>
    </span>
  </xsl:template>

  <xsl:template match="tei:figure/tei:head | tei:figDesc" mode="text" priority="1">
    <span class="{local-name()}">
      <xsl:apply-templates mode="#current"/>
    </span>
  </xsl:template>
</xsl:stylesheet>
