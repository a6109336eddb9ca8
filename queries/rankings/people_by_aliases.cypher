//+ title: {en: "People by number of aliases", es: "Personas por número de alias"}
//+ about:
//+   en: "How many different aliases sources give to each person."
//+   es: "Cuántos alias distintos dan las fuentes a cada persona."
//+ answer: {en: "People with aliases: {n}.", es: "Personas con alias: {n}."}
//+ ask:
//+   en:
//+     - "(who|which person) has [the] most (aliases|nicknames|names)"
//+     - "(which people|who) have [the] most (aliases|nicknames)"
//+     - "(rank|list|show) [the] people by [number of] (aliases|nicknames)"
//+   es:
//+     - "(quién|qué persona) tiene más (alias|apodos|sobrenombres)"
//+     - "quiénes tienen más (alias|apodos)"
//+     - "[lista|ordena|muestra] [las] personas por [número de] (alias|apodos)"
//+ examples: [{}]
//+ columns: {person: Person, number: integer, aliases: "text[]"}
//+ order: [-number, person]
MATCH (p:Person)<-[:SUBJECT]-(c:Claim)
WHERE c.predicate = 'alias' AND c.drawn
WITH p, count(DISTINCT c.value) AS number, collect(DISTINCT c.value) AS aliases, collect(DISTINCT c.id) AS found
RETURN p.id AS person_id, p.name AS person, number, aliases, found AS claims
