<?xml version="1.0" encoding="UTF-8"?>
<!-- The indexes of places, abbreviations and sources. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:e="urn:engross"
    xmlns="http://www.w3.org/1999/xhtml" exclude-result-prefixes="#all">

  <xsl:mode name="indexes" on-no-match="fail"/>

  <xsl:template match="catalogue" mode="indexes" as="empty-sequence()">
    <xsl:variable name="catalogue" as="element(catalogue)" select="."/>
    <xsl:call-template name="e:write">
      <xsl:with-param name="address" select="'lists/places.html'"/>
      <xsl:with-param name="title" select="e:label('places')"/>
      <xsl:with-param name="content" select="e:index($catalogue/entry/place)"/>
    </xsl:call-template>
    <xsl:call-template name="e:write">
      <xsl:with-param name="address" select="'lists/abbreviations.html'"/>
      <xsl:with-param name="title" select="e:label('abbreviations')"/>
      <xsl:with-param name="content" select="e:index($catalogue/entry/term)"/>
    </xsl:call-template>
    <xsl:call-template name="e:write">
      <xsl:with-param name="address" select="'lists/sources.html'"/>
      <xsl:with-param name="title" select="e:label('sources')"/>
      <xsl:with-param name="content" select="e:sources($catalogue/entry/kept)"/>
    </xsl:call-template>
  </xsl:template>

  <!-- Names by the alphabet, each with the documents where it stands. -->
  <xsl:function name="e:index" as="element()">
    <xsl:param name="marks" as="element()*"/>
    <xsl:choose>
      <xsl:when test="empty($marks)">
        <p>{e:label('none')}</p>
      </xsl:when>
      <xsl:otherwise>
        <ul class="entries plain index" role="list">
          <xsl:for-each-group select="$marks" group-by="@id">
            <xsl:sort select="@name" collation="{$e:sorting}"/>
            <xsl:sort select="@id"/>
            <li id="{current-grouping-key()}">
              <bdi>{string-join(distinct-values(current-group()/@name), ', ')}</bdi>
              <xsl:for-each select="(current-group()/@means[. ne ''])[1]">
                <span class="about">{.}</span>
              </xsl:for-each>
              <span class="about">
                <xsl:sequence select="e:links-into(current-group())"/>
              </span>
            </li>
          </xsl:for-each-group>
        </ul>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- Where documents are kept: by the repository, which is what stands before the first comma. -->
  <xsl:function name="e:sources" as="element()*">
    <xsl:param name="kept" as="element(kept)*"/>
    <xsl:if test="empty($kept)">
      <p>{e:label('none')}</p>
    </xsl:if>
    <xsl:for-each-group select="$kept" group-by="tokenize(., '[,;.]')[1]">
      <xsl:sort select="current-grouping-key()" collation="{$e:sorting}"/>
      <h2>{current-grouping-key()}</h2>
      <ul class="entries plain" role="list">
        <xsl:for-each-group select="current-group()" group-by="string(.)">
          <xsl:sort select="current-grouping-key()" collation="{$e:sorting}"/>
          <li>
            <xsl:value-of select="(replace(replace(current-grouping-key(), '^[^,;.]+', ''), '^[,;.]\s*', '')[.], '–')[1]"/>
            <span class="about">
              <xsl:sequence select="e:links-into(current-group())"/>
            </span>
          </li>
        </xsl:for-each-group>
      </ul>
    </xsl:for-each-group>
  </xsl:function>
</xsl:stylesheet>
