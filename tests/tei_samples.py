"""TEI documents for tests of what is made of TEI: a header that says enough, and a body that the test gives."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

HEADER = """<teiHeader><fileDesc>
  <titleStmt><title>{title}</title><editor>Ada Editor</editor>
    <respStmt xml:id="engross"><resp>encoded by machine</resp><name>engross</name></respStmt></titleStmt>
  <publicationStmt><publisher>Government Printing Office</publisher><pubPlace>Washington</pubPlace>
    <date when="2006">2006</date><idno type="document">{id}</idno></publicationStmt>
  <sourceDesc><bibl><title level="m">Foreign Relations, Volume XXIX</title></bibl></sourceDesc></fileDesc>
  <encodingDesc><editorialDecl><p>A sample.</p></editorialDecl>
    <classDecl><taxonomy><category xml:id="t_NATO1"><catDesc><term>NATO</term>
    <gloss>North Atlantic Treaty Organization</gloss></catDesc></category></taxonomy></classDecl></encodingDesc>
  <profileDesc><creation><date when="1965-09-25">1965-09-25</date></creation>
    <particDesc><listPerson>
      <person xml:id="p_RD1"><persName>Rusk, Dean</persName><note>Secretary of State</note></person>
      <person xml:id="p_ZX1"><persName>Élan, Zoë</persName></person></listPerson></particDesc>
    <correspDesc><correspAction type="sent"><persName ref="#p_RD1">Rusk</persName></correspAction></correspDesc>
  </profileDesc></teiHeader>"""


def tei(content: str, number: int = 62, title: str = "Letter From Rusk to McNamara") -> str:
    """Return a document `vol-d<number>` with this title whose division holds `content` after its heading."""
    return (
        f'<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="vol-d{number}" xml:lang="en">'
        f"{HEADER.format(title=title, id=f'vol-d{number}')}<text><body>"
        f'<div type="document" n="{number}" xml:id="d{number}"><head>{number}. {title}</head>{content}</div>'
        "</body></text></TEI>"
    )


def write_tei(folder: Path, content: str, number: int = 62, title: str = "Letter From Rusk to McNamara") -> Path:
    """Write such a document into `folder` and return its path."""
    path = folder / f"vol-d{number}.xml"
    path.write_text(tei(content, number, title), encoding="utf-8")
    return path


def note(number: str, text: str) -> str:
    """Return a footnote."""
    return f'<note place="foot" n="{number}">{text}</note>'


EVERYTHING = f"""
<opener><dateline><placeName>Washington</placeName>, <date when="1965-09-25">September 25</date>{
    note("*", "A dateline.")
}</dateline>
  <address><addrLine>The Hon. Robert S. McNamara</addrLine><addrLine>The Pentagon</addrLine></address><pb n="7"/>
  <salute>Dear <persName ref="#p_RD1">Dean</persName>:</salute></opener>
<pb n="8"/>
<list type="subject"><head>SUBJECT</head><item>Talks on <gloss target="#t_NATO1">NATO</gloss></item></list>
<p>One{note("0", "Source: <title>The Times</title>, <ref target='https://example.org/a'>online</ref>.")} of
  <hi rend="italic">these</hi>
  <pb n="9"/>days inter<pb n="10" break="no"/>national affairs <foreign xml:lang="fr">à la carte</foreign>, at
  <time>10 p.m.</time>
  <choice><sic>teh</sic><corr>the</corr></choice> <supplied>end</supplied> <unclear>perhaps</unclear>
  <gap reason="illegible" quantity="2" unit="word"/> <add>more</add> <del>less</del>.</p>
<list><pb n="11"/><item>First<list><item>inner{note("2", "In an inner list.")}</item><pb n="12"/>
    <item>inner two</item></list></item>
  <item><p>Second.</p><pb n="13"/><p>Its paragraph{note("3", "<p>Of a note.</p><p>Two paragraphs.</p>")}.</p></item>
  <pb n="14"/></list>
<list><label>A.</label><item>labelled</item><label>B.</label><item>too</item></list>
<p>Before a list<list><item>—dashed</item><item>—and dashed</item></list>and after it.</p>
<quote>Quoted words{note("4", "Of a quotation.")}.</quote><quote><p>A quoted paragraph.</p></quote>
<table><head>Forces</head><row role="label"><cell>Year</cell><cell>Men</cell></row><pb n="15"/>
  <row><cell>1965</cell><cell>12{note("5", "In a table.")}</cell></row><row><cell cols="2">Both</cell></row></table>
<label>A label</label><figure><head>A map</head><figDesc>Of Japan</figDesc></figure>
<div type="enclosure"><head>Enclosure{note("6", "Of a second heading.")}</head><p>Enclosed<lb/>in lines.</p>
  <listPerson><person xml:id="q1"><persName>Bundy, William</persName>
    <note>Assistant Secretary</note></person></listPerson>
  <p>Enclosed too.</p><pb n="16"/><closer><dateline>Tokyo</dateline><signed>William Bundy</signed></closer></div>
<closer><salute>With warm regards,</salute><pb n="17"/>
  <signed>Dean Rusk<lb/>Secretary{note("7", "In a signature.")}</signed></closer>
<postscript><p>P.S. One more thing.</p><signed>DR</signed></postscript><pb n="18"/>
<note anchored="false" place="foot" n="8">A lost note, <pb n="19"/>long enough.</note>
"""
"""Content with every element that the grammar knows, and page breaks between all of them."""
