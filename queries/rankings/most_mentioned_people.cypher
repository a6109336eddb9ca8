//+ title: {en: "People by number of sources that mention them", es: "Personas por número de fuentes que las mencionan"}
//+ about:
//+   en: "In how many sources each person is the subject, the object or the speaker of a claim, of whatever status and rank; and in how many claims."
//+   es: "En cuántas fuentes es cada persona sujeto, objeto o autora de una afirmación, de cualquier estado y rango; y en cuántas afirmaciones."
//+ examples: [{}]
//+ columns: {person: Person, sources: integer, mentions: integer}
//+ order: [-sources, -mentions, person]
MATCH (p:Person)<-[:SUBJECT|OBJECT|ATTRIBUTED_TO]-(c:Claim)
MATCH (c)-[:STATED_IN]->(s:Source)
WITH p, count(DISTINCT s) AS sources, count(DISTINCT c) AS mentions, collect(DISTINCT c.id) AS found
RETURN p.id AS person_id, p.name AS person, sources, mentions, found AS claims
