//+ title: {en: "Number of siblings of a person", es: "Número de hermanos de una persona"}
//+ about:
//+   en: "How many full brothers and sisters of a person are in the graph, recorded or inferred, with their names."
//+   es: "Cuántos hermanos y hermanas de una persona hay en el grafo, registrados o inferidos, con sus nombres."
//+ answer: {en: "Siblings of {person} in the graph:", es: "Hermanos de {person} en el grafo:"}
//+ ask:
//+   en:
//+     - "how many (siblings|brothers and sisters) (does|did) {person} have"
//+     - "[what is] [the] number of {person}'s siblings"
//+     - "[what is] [the] number of siblings of {person}"
//+   es:
//+     - "cuántos (hermanos|hermanos y hermanas) (tiene|tenía|tuvo) {person}"
//+     - "[cuál es] [el] número de hermanos (de|del) {person}"
//+ examples: [{person: person/nemesio-oseguera-cervantes}]
//+ parameters:
//+   person: {type: Person, required: true}
//+ columns: {number: integer, siblings: "Person[]", statuses: "text[]"}
//+ order: []
MATCH (x:Entity {id: $person})-[r:SIBLING_OF]->(y:Person)
WHERE r.claims IS NOT NULL
WITH x, count(DISTINCT y) AS number, collect(y.name) AS names, collect(y.id) AS ids,
     collect(r.claims) AS evidence, collect(r.statuses) AS stands
RETURN number, names AS siblings, ids AS siblings_id,
       reduce(found = [], c IN stands | found + c) AS statuses,
       reduce(found = [], c IN evidence | found + c) AS claims
