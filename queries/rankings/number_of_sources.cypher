//+ title: {en: "Number of sources that mention something", es: "Número de fuentes que mencionan algo"}
//+ about:
//+   en: "In how many sources a thing is the subject, the object or the speaker of a claim, of whatever status and rank; and in how many claims."
//+   es: "En cuántas fuentes es una cosa sujeto, objeto o autora de una afirmación, de cualquier estado y rango; y en cuántas afirmaciones."
//+ answer: {en: "Sources that mention {entity}:", es: "Fuentes que mencionan a {entity}:"}
//+ ask:
//+   en:
//+     - "how many (sources|articles) (mention|name|talk about|are about) {entity}"
//+     - "how many times is {entity} mentioned"
//+     - "in how many (sources|articles) is {entity} mentioned"
//+   es:
//+     - "cuántas fuentes (mencionan|nombran|hablan de) [a|al] {entity}"
//+     - "en cuántas fuentes (aparece|se menciona) [a|al] {entity}"
//+     - "cuántas veces se menciona (a|al) {entity}"
//+ examples: [{entity: person/enrique-camarena}]
//+ parameters:
//+   entity: {type: Entity, required: true}
//+ columns: {number: integer, mentions: integer, sources: "Source[]"}
//+ order: []
MATCH (x:Entity {id: $entity})<-[:SUBJECT|OBJECT|ATTRIBUTED_TO]-(c:Claim)
MATCH (c)-[:STATED_IN]->(s:Source)
WITH x, count(DISTINCT s) AS number, count(DISTINCT c) AS mentions,
     collect(DISTINCT s.name) AS names, collect(DISTINCT s.id) AS ids, collect(DISTINCT c.id) AS found
RETURN number, mentions, names AS sources, ids AS sources_id, found AS claims
