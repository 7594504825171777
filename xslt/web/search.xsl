<?xml version="1.0" encoding="UTF-8"?>
<!-- The page of the search, which a script and an index beside it answer. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:e="urn:engross"
    xmlns="http://www.w3.org/1999/xhtml" exclude-result-prefixes="#all">

  <xsl:mode name="search" on-no-match="fail"/>

  <xsl:template match="catalogue" mode="search" as="empty-sequence()">
    <xsl:call-template name="e:write">
      <xsl:with-param name="address" select="'lists/search.html'"/>
      <xsl:with-param name="title" select="e:label('search')"/>
      <xsl:with-param name="scripts" select="'search.js'"/>
      <xsl:with-param name="content">
        <noscript>
          <p>{e:label('search-needs-script')}</p>
        </noscript>
        <form class="search-form" role="search" hidden="hidden" action="search.html" method="get">
          <div class="wide">
            <label for="the:words">{e:label('search-words')}</label>
            <input id="the:words" type="search" name="q" autocomplete="off"/>
          </div>
          <xsl:for-each select="'year', 'sender', 'recipient', 'person', 'type'">
            <div>
              <label for="by:{.}">{e:label('filter-' || .)}</label>
              <select id="by:{.}" name="{.}">
                <option value="">{e:label('any')}</option>
              </select>
            </div>
          </xsl:for-each>
          <button type="submit">{e:label('search')}</button>
        </form>
        <p class="quiet status" role="status" data-one="{e:label('one-of-documents')}" data-many="{e:label('count-of-documents')}"
            data-missing="{e:label('search-missing')}"/>
        <ol class="entries plain results" role="list" aria-label="{e:label('results')}"/>
        <button type="button" class="more" hidden="hidden">{e:label('more')}</button>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>
</xsl:stylesheet>
