//+ title: {en: "Courts by number of accused people", es: "Tribunales por número de acusados"}
//+ about:
//+   en: "Before which courts how many people have charges or other steps of a criminal case. Whoever is accused is presumed innocent."
//+   es: "Ante qué tribunales cuántas personas tienen acusaciones u otros pasos de una causa penal. De todo acusado se presume la inocencia."
//+ examples: [{}]
//+ columns: {court: Court, people: integer, statuses: "text[]"}
//+ order: [-people, court]
MATCH (t:Court)<-[i:IN_COURT]-(e:LegalEvent)
WHERE i.claims IS NOT NULL
MATCH (e)-[r:CONCERNS]->(p:Person)
WHERE r.claims IS NOT NULL
WITH t, count(DISTINCT p) AS people, collect(i.claims + r.claims) AS evidence, collect(r.statuses) AS stands
RETURN t.id AS court_id, t.name AS court, people,
       reduce(found = [], c IN stands | found + c) AS statuses,
       reduce(found = [], c IN evidence | found + c) AS claims
