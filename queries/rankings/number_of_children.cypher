//+ title: {en: "Number of children of a person", es: "Número de hijos de una persona"}
//+ about:
//+   en: "How many children of a person are in the graph, with their names. Minors are left out of it."
//+   es: "Cuántos hijos de una persona hay en el grafo, con sus nombres. Los menores de edad no figuran en él."
//+ answer: {en: "Children of {person} in the graph:", es: "Hijos de {person} en el grafo:"}
//+ ask:
//+   en:
//+     - "how many (children|kids|sons and daughters) (does|did) {person} have"
//+     - "[what is] [the] number of {person}'s children"
//+     - "[what is] [the] number of children of {person}"
//+   es:
//+     - "cuántos (hijos|hijos e hijas) (tiene|tenía|tuvo) {person}"
//+     - "[cuál es] [el] número de hijos (de|del) {person}"
//+ examples: [{person: person/joaquin-guzman-loera}, {person: person/rosa-a}]
//+ parameters:
//+   person: {type: Person, required: true}
//+ columns: {number: integer, children: "Person[]", statuses: "text[]"}
//+ order: []
MATCH (x:Entity {id: $person})-[r:PARENT_OF]->(y:Person)
WHERE r.claims IS NOT NULL
WITH x, count(DISTINCT y) AS number, collect(y.name) AS names, collect(y.id) AS ids,
     collect(r.claims) AS evidence, collect(r.statuses) AS stands
RETURN number, names AS children, ids AS children_id,
       reduce(found = [], c IN stands | found + c) AS statuses,
       reduce(found = [], c IN evidence | found + c) AS claims
