//+ title: {en: "Claims of a source", es: "Afirmaciones de una fuente"}
//+ about:
//+   en: "Every claim that was taken from a source, of every status and rank, with the place in it."
//+   es: "Toda afirmación tomada de una fuente, de cualquier estado y rango, con el lugar en ella."
//+ answer: {en: "Claims of {source}: {n}.", es: "Afirmaciones de {source}: {n}."}
//+ ask:
//+   en:
//+     - "[list|show] [me] [all] [the] claims (of|from|in) [source|article] {source}"
//+     - "(which|what) claims (does|did) [source|article] {source} (make|state|contain)"
//+     - "what does [the] [source|article] {source} (say|state|claim|report)"
//+     - "(which|what) claims (come|were taken) from [source|article] {source}"
//+   es:
//+     - "[lista|enumera|muestra] [todas] [las] afirmaciones (de|del|en) [la fuente|el artículo|artículo] {source}"
//+     - "qué afirmaciones (hace|contiene|hay en) [la fuente|el artículo] {source}"
//+     - "qué (dice|afirma|informa) [la fuente|el artículo] {source}"
//+ examples: [{source: source/df208c2b269460e3}]
//+ parameters:
//+   source: {type: Source, required: true}
//+ columns: {subject: Entity, relation: text, object: Entity, value: text, locator: text, quote: text, speakers: "Actor[]", status: text, rank: text}
//+ order: [locator, subject, relation]
MATCH (x:Entity {id: $source})<-[:STATED_IN]-(c:Claim)
MATCH (c)-[:SUBJECT]->(s:Entity)
MATCH (c)-[:STATED_IN]->(t:Source)
OPTIONAL MATCH (c)-[:OBJECT]->(o:Entity)
RETURN s.id AS subject_id, s.name AS subject,
       c.predicate AS relation, o.id AS object_id, o.name AS object, c.value AS value,
       c.locator AS locator, c.quote AS quote,
       [(c)-[:ATTRIBUTED_TO]->(speaker) | speaker.name] AS speakers, [(c)-[:ATTRIBUTED_TO]->(speaker) | speaker.id] AS speakers_id,
       c.status AS status, c.rank AS rank, [c.id] AS claims
