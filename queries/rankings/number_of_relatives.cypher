//+ title: {en: "Number of relatives of a person", es: "Número de parientes de una persona"}
//+ about:
//+   en: "How many relatives of a person are in the graph, recorded or inferred, by blood or marriage, with their names."
//+   es: "Cuántos parientes de una persona hay en el grafo, registrados o inferidos, por consanguinidad o afinidad, con sus nombres."
//+ answer: {en: "Relatives of {person} in the graph:", es: "Parientes de {person} en el grafo:"}
//+ ask:
//+   en:
//+     - "how many (relatives|family members|kin) (does|did) {person} have"
//+     - "[what is] [the] number of {person}'s relatives"
//+     - "how many relatives of {person} are (there|in the graph|known)"
//+   es:
//+     - "cuántos (parientes|familiares) (tiene|tenía) {person}"
//+     - "[cuál es] [el] número de (parientes|familiares) (de|del) {person}"
//+     - "cuántos (parientes|familiares) (de|del) {person} (hay|se conocen)"
//+ examples: [{person: person/nemesio-oseguera-cervantes}]
//+ parameters:
//+   person: {type: Person, required: true}
//+ columns: {number: integer, relatives: "Person[]", statuses: "text[]"}
//+ order: []
MATCH (x:Entity {id: $person})-[r:RELATED_TO]->(y:Person)
WHERE r.claims IS NOT NULL
WITH x, count(DISTINCT y) AS number, collect(y.name) AS names, collect(y.id) AS ids,
     collect(r.claims) AS evidence, collect(r.statuses) AS stands
RETURN number, names AS relatives, ids AS relatives_id,
       reduce(found = [], c IN stands | found + c) AS statuses,
       reduce(found = [], c IN evidence | found + c) AS claims
