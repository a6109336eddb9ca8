//+ title: {en: "People by number of sources that mention them", es: "Personas por número de fuentes que las mencionan"}
//+ about:
//+   en: "In how many sources each person is the subject, the object or the speaker of a claim, of whatever status and rank; and in how many claims."
//+   es: "En cuántas fuentes es cada persona sujeto, objeto o autora de una afirmación, de cualquier estado y rango; y en cuántas afirmaciones."
//+ answer: {en: "People who are mentioned: {n}.", es: "Personas mencionadas: {n}."}
//+ ask:
//+   en:
//+     - "(who|which person) is [the] (most mentioned|mentioned most|mentioned most often|mentioned by most sources|mentioned in most sources) [in the sources]"
//+     - "(which people|who) are [the] (most mentioned|mentioned most|mentioned most often) [in the sources]"
//+     - "who are the most mentioned people"
//+     - "(which|what) (person|people) (do|does) [the] most sources mention"
//+     - "(rank|list|show) [the] people by [number of] (mentions|sources)"
//+     - "most mentioned people"
//+   es:
//+     - "quién es (la persona más mencionada|el más mencionado|la más mencionada)"
//+     - "(quiénes|cuáles) son (las personas más mencionadas|los más mencionados)"
//+     - "qué persona (es la más mencionada|aparece en más fuentes|se menciona más)"
//+     - "[lista|ordena|muestra] [las] personas por [número de] (menciones|fuentes)"
//+     - "a quién mencionan más [las] fuentes"
//+     - "personas más mencionadas"
//+ examples: [{}]
//+ columns: {person: Person, sources: integer, mentions: integer}
//+ order: [-sources, -mentions, person]
MATCH (p:Person)<-[:SUBJECT|OBJECT|ATTRIBUTED_TO]-(c:Claim)
MATCH (c)-[:STATED_IN]->(s:Source)
WITH p, count(DISTINCT s) AS sources, count(DISTINCT c) AS mentions, collect(DISTINCT c.id) AS found
RETURN p.id AS person_id, p.name AS person, sources, mentions, found AS claims
