xquery version "3.1";

(: eXist-db runs this before it stores the documents, so that they are indexed as collection.xconf says. :)

import module namespace xmldb = "http://exist-db.org/xquery/xmldb";

(: set by eXist-db: its own folder, the folder of the unpacked package, the collection that it is deployed to :)
declare variable $home external;
declare variable $dir external;
declare variable $target external;

declare function local:collection($parent as xs:string, $steps as xs:string*) as xs:string {
  if (empty($steps)) then
    $parent
  else
    let $made := xmldb:create-collection($parent, head($steps))
    return local:collection($parent || "/" || head($steps), tail($steps))
};

let $configuration := local:collection("/db/system/config", tokenize($target, "/")[. ne ""])
return xmldb:store-files-from-pattern($configuration, $dir, "collection.xconf")
