//+ title: {en: "Number of members of an organisation", es: "Número de miembros de una organización"}
//+ about:
//+   en: "How many people of the graph sources call members of an organisation, whatever the status of the claim; the statuses stand beside the number. It says nothing about the real size of the organisation."
//+   es: "A cuántas personas del grafo llaman las fuentes miembros de una organización, sea cual sea el estado de la afirmación; los estados están junto al número. No dice nada del tamaño real de la organización."
//+ answer: {en: "Members of {organization} in the graph, as sources say:", es: "Miembros de {organization} en el grafo, según las fuentes:"}
//+ ask:
//+   en:
//+     - "how many (members|people) does {organization} have"
//+     - "how many (members|people) are (in|part of|members of) {organization}"
//+     - "how many people (belong|belonged) to {organization}"
//+     - "how many (known|alleged) members does {organization} have"
//+     - "[what is] [the] number of members of {organization}"
//+   es:
//+     - "cuántos (miembros|integrantes) (tiene|tenía) {organization}"
//+     - "cuántas personas (pertenecen|pertenecían) (a|al) {organization}"
//+     - "cuántos (miembros|integrantes) (conocidos|presuntos) tiene {organization}"
//+     - "[cuál es] [el] número de (miembros|integrantes) (de|del) {organization}"
//+     - "cuántas personas (son|eran) (miembros|integrantes) (de|del) {organization}"
//+ examples: [{organization: organization/los-zetas}, {organization: organization/dea}]
//+ parameters:
//+   organization: {type: Organization, required: true}
//+ columns: {number: integer, members: "Person[]", statuses: "text[]"}
//+ order: []
MATCH (y:Person)-[r:MEMBER_OF]->(x:Entity {id: $organization})
WHERE r.claims IS NOT NULL
WITH x, count(DISTINCT y) AS number, collect(y.name) AS names, collect(y.id) AS ids,
     collect(r.claims) AS evidence, collect(r.statuses) AS stands
RETURN number, names AS members, ids AS members_id,
       reduce(found = [], c IN stands | found + c) AS statuses,
       reduce(found = [], c IN evidence | found + c) AS claims
