//+ title: {en: "Sources that mention something", es: "Fuentes que mencionan algo"}
//+ about:
//+   en: "Sources with at least one claim about a thing, or in which it is the speaker, with the number of such claims; claims of every status and rank count."
//+   es: "Fuentes con al menos una afirmación sobre algo, o en que es quien habla, con el número de esas afirmaciones; cuentan las de cualquier estado y rango."
//+ answer: {en: "Sources that mention {entity}: {n}.", es: "Fuentes que mencionan a {entity}: {n}."}
//+ ask:
//+   en:
//+     - "(which|what) (sources|articles|documents|pages) (mention|mentioned|name|cite|talk about|write about|refer to|report on|speak of|are about) {entity}"
//+     - "(where|in which sources|in what sources|in which articles|in which documents) is {entity} (mentioned|named)"
//+     - "[list|show] [all] [the] (sources|articles) (on|about|for|mentioning|that mention) {entity}"
//+     - "who (mentions|writes about|reports on) {entity}"
//+     - "(which|what) source (mentions|names) {entity}"
//+   es:
//+     - "(qué|cuáles) (fuentes|artículos|documentos|páginas) (mencionan|nombran|citan|hablan de|hablan del|tratan de|escriben sobre|se refieren a|informan sobre) [a|al] {entity}"
//+     - "(dónde|en qué fuentes|en qué artículos|en qué documentos) (se menciona|aparece|se nombra|se habla de|sale) [a|al] {entity}"
//+     - "[lista|enumera|muestra] [las] fuentes (sobre|de|del|que mencionan a|que mencionan al|que mencionan) {entity}"
//+     - "qué fuente (menciona|nombra) [a|al] {entity}"
//+ examples: [{entity: person/enrique-camarena}, {entity: person/rafael-caro-quintero}, {entity: person/rosa-a}]
//+ parameters:
//+   entity: {type: Entity, required: true}
//+ columns: {source: Source, mentions: integer, publisher: text, url: text}
//+ order: [-mentions, source]
MATCH (x:Entity {id: $entity})<-[:SUBJECT|OBJECT|ATTRIBUTED_TO]-(c:Claim)
MATCH (c)-[:STATED_IN]->(s:Source)
WITH s, count(DISTINCT c) AS mentions, collect(DISTINCT c.id) AS found
RETURN s.id AS source_id, s.name AS source, mentions, s.publisher AS publisher, s.url AS url, found AS claims
