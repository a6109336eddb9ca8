//+ title: {en: "People by number of relatives", es: "Personas por número de parientes"}
//+ about:
//+   en: "How many relatives of each person are in the graph, recorded or inferred, by blood or marriage."
//+   es: "Cuántos parientes de cada persona hay en el grafo, registrados o inferidos, por consanguinidad o afinidad."
//+ answer: {en: "People with relatives in the graph: {n}.", es: "Personas con parientes en el grafo: {n}."}
//+ ask:
//+   en:
//+     - "(who|which person) has [the] most (relatives|kin|family members) [in the graph]"
//+     - "(which people|who) have [the] most (relatives|family members)"
//+     - "(rank|list|show) [the] people by [number of] relatives"
//+     - "people by number of relatives"
//+     - "who has the (largest|biggest) family [in the graph]"
//+   es:
//+     - "(quién|qué persona) tiene más (parientes|familiares) [en el grafo]"
//+     - "quiénes tienen más (parientes|familiares)"
//+     - "[lista|ordena|muestra] [las] personas por [número de] (parientes|familiares)"
//+     - "quién tiene la familia más (grande|numerosa)"
//+ examples: [{}]
//+ columns: {person: Person, relatives: integer}
//+ order: [-relatives, person]
MATCH (p:Person)-[r:RELATED_TO]->(x:Person)
WHERE r.claims IS NOT NULL
WITH p, count(DISTINCT x) AS relatives, collect(r.claims) AS evidence
RETURN p.id AS person_id, p.name AS person, relatives, reduce(found = [], c IN evidence | found + c) AS claims
