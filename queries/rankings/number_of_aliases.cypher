//+ title: {en: "Number of aliases", es: "Número de alias"}
//+ about:
//+   en: "How many different aliases sources give to a person, an organisation or anything else."
//+   es: "Cuántos alias distintos dan las fuentes a una persona, una organización u otra cosa."
//+ answer: {en: "Aliases of {entity}:", es: "Alias de {entity}:"}
//+ ask:
//+   en:
//+     - "how many (aliases|nicknames|other names) (does|did) {entity} have"
//+     - "[what is] [the] number of (aliases|nicknames) of {entity}"
//+   es:
//+     - "cuántos (alias|apodos|sobrenombres) (tiene|tenía) {entity}"
//+     - "[cuál es] [el] número de (alias|apodos) (de|del) {entity}"
//+ examples: [{entity: person/maria-del-rosario-navarro-sanchez}]
//+ parameters:
//+   entity: {type: Entity, required: true}
//+ columns: {number: integer, aliases: "text[]"}
//+ order: []
MATCH (x:Entity {id: $entity})<-[:SUBJECT]-(c:Claim)
WHERE c.predicate = 'alias' AND c.drawn
WITH x, count(DISTINCT c.value) AS number, collect(DISTINCT c.value) AS aliases, collect(DISTINCT c.id) AS found
RETURN number, aliases, found AS claims
