(: What the scripts of a package ask of eXist-db's module xmldb, for another XQuery processor: it says what is asked. :)
module namespace xmldb = "http://exist-db.org/xquery/xmldb";

declare function xmldb:create-collection($above as xs:string, $name as xs:string) as xs:string? {
  $above || "/" || $name
};

declare function xmldb:store-files-from-pattern($collection as xs:string, $folder as xs:string, $pattern as xs:string)
  as xs:string* {
  string-join(($collection, $folder, $pattern), " ")
};
