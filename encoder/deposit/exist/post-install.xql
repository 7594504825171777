xquery version "3.1";

(: eXist-db runs this after it stored the documents: what is there is compared with what was packed. :)

declare namespace tei = "http://www.tei-c.org/ns/1.0";

(: set by eXist-db: its own folder, the folder of the unpacked package, the collection that it is deployed to :)
declare variable $home external;
declare variable $dir external;
declare variable $target external;

let $packed := doc($target || "/contents.xml")/contents/document
let $different :=
  for $one in $packed
  let $path := $target || "/data/" || $one/@file
  let $there := if (doc-available($path)) then doc($path)/tei:TEI else ()
  let $body := $there/tei:text/tei:body
  where
    string($there/@xml:id) ne $one/@id
    or count($body//tei:note) ne number($one/@notes)
    or count($body//(tei:persName | tei:orgName)) ne number($one/@names)
    or count(tokenize(normalize-space($body), " ")) ne number($one/@words)
  return string($one/@file)
return
  if (exists($different)) then
    error(
      xs:QName("tei:load"),
      "Not stored as they were packed: " || string-join($different, ", ")
      || ". (Spaces between names are kept with suppress-whitespace=""none"" in eXist-db’s conf.xml.)"
    )
  else
    count($packed) || " documents stored"
