<?xml version="1.0" encoding="UTF-8"?>
<!-- The index of people and a page for each: who, offices, letters, every mention in its sentence. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:e="urn:engross"
    xmlns="http://www.w3.org/1999/xhtml" exclude-result-prefixes="#all">

  <xsl:key name="e:person" match="person" use="@id"/>
  <xsl:key name="e:mention" match="mention" use="@person"/>
  <xsl:key name="e:correspondent" match="correspondent[@person ne '']" use="@person"/>

  <xsl:mode name="people" on-no-match="fail"/>

  <xsl:template match="catalogue" mode="people" as="empty-sequence()">
    <xsl:variable name="people" as="element(person)*" select="entry/person[. is key('e:person', @id)[1]]"/>
    <xsl:call-template name="e:write">
      <xsl:with-param name="address" select="'lists/people.html'"/>
      <xsl:with-param name="title" select="e:label('people')"/>
      <xsl:with-param name="content">
        <ul class="entries plain" role="list">
          <xsl:for-each select="$people">
            <xsl:sort select="@name" collation="{$e:sorting}"/>
            <xsl:sort select="@id"/>
            <li>
              <a href="../{e:person-page(@id)}">{@name}</a>
              <span class="count">{count(key('e:mention', @id))}</span>
              <xsl:for-each select="fact[1]">
                <span class="about">{.}</span>
              </xsl:for-each>
            </li>
          </xsl:for-each>
        </ul>
        <xsl:if test="empty($people)">
          <p>{e:label('none')}</p>
        </xsl:if>
      </xsl:with-param>
    </xsl:call-template>
    <xsl:apply-templates select="$people" mode="people"/>
  </xsl:template>

  <xsl:template match="person" mode="people" as="empty-sequence()">
    <xsl:variable name="mentions" as="element(mention)*" select="key('e:mention', @id)"/>
    <xsl:variable name="facts" as="xs:string*" select="distinct-values(key('e:person', @id)/fact ! string(.))"/>
    <xsl:variable name="id" as="xs:string" select="string(@id)"/>
    <xsl:variable name="catalogue" as="element(catalogue)" select="../.."/>
    <xsl:call-template name="e:write">
      <xsl:with-param name="address" select="e:person-page(@id)"/>
      <xsl:with-param name="title" select="string(@name)"/>
      <xsl:with-param name="kind" select="'person'"/>
      <xsl:with-param name="content">
        <xsl:for-each select="$facts">
          <p class="lead">{.}</p>
        </xsl:for-each>
        <xsl:for-each select="'sent', 'received'">
          <xsl:sequence select="e:letters($catalogue, $id, .)"/>
        </xsl:for-each>
        <h2>{e:counted('mentions', count($mentions))}</h2>
        <ul class="entries" role="list">
          <xsl:for-each-group select="$mentions" group-adjacent="string(../@id)">
            <li>
              <xsl:sequence select="e:entry(.., '../')/node()"/>
              <ul class="mentions" role="list">
                <xsl:apply-templates select="current-group()" mode="people"/>
              </ul>
            </li>
          </xsl:for-each-group>
        </ul>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- What a person sent or received, each with the other side. -->
  <xsl:function name="e:letters" as="element()*">
    <xsl:param name="catalogue" as="element(catalogue)"/>
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="type" as="xs:string"/>
    <xsl:variable name="letters" as="element(entry)*" select="key('e:correspondent', $id, $catalogue)[@type = $type]/.."/>
    <xsl:if test="exists($letters)">
      <h2>{e:label($type || '-by')}</h2>
      <ul class="entries" role="list">
        <xsl:sequence select="$letters ! e:entry(., '../')"/>
      </ul>
    </xsl:if>
  </xsl:function>

  <!-- The sentence; the name in it leads to its place. -->
  <xsl:template match="mention" mode="people" as="element()">
    <li>
      <xsl:value-of select="b/preceding-sibling::node()"/>
      <a href="{e:place-in(.., @at)}">{b}</a>
      <xsl:value-of select="b/following-sibling::node()"/>
    </li>
  </xsl:template>
</xsl:stylesheet>
