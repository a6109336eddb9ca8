//+ title: {en: "Claims of one status", es: "Afirmaciones de un estado"}
//+ about:
//+   en: "Every claim of a status: stated, reported, opinion, alleged, denied, threatened, promised, charged, pleaded guilty, convicted, sentenced, acquitted, dismissed."
//+   es: "Toda afirmación de un estado: stated, reported, opinion, alleged, denied, threatened, promised, charged, pleaded guilty, convicted, sentenced, acquitted, dismissed."
//+ answer: {en: "Claims with the status {status_is}: {n}.", es: "Afirmaciones con el estado {status_is}: {n}."}
//+ ask:
//+   en:
//+     - "(which|what) claims have the status {status_is}"
//+     - "[list|show] [me] [all] [the] claims (with|of|that have) [the] status {status_is}"
//+   es:
//+     - "(qué|cuáles) afirmaciones tienen el estado {status_is}"
//+     - "[lista|enumera|muestra] [todas] [las] afirmaciones con [el] estado {status_is}"
//+ examples: [{status_is: denied}, {status_is: threatened}]
//+ parameters:
//+   status_is: {type: text, required: true, about: "the status, such as denied"}
//+ columns: {subject: Entity, relation: text, object: Entity, value: text, source: Source, locator: text, quote: text, speakers: "Actor[]", status: text, rank: text}
//+ order: [source, locator]
MATCH (c:Claim)
WHERE c.status = toLower($status_is)
MATCH (c)-[:SUBJECT]->(s:Entity)
MATCH (c)-[:STATED_IN]->(t:Source)
OPTIONAL MATCH (c)-[:OBJECT]->(o:Entity)
RETURN s.id AS subject_id, s.name AS subject,
       c.predicate AS relation, o.id AS object_id, o.name AS object, c.value AS value,
       t.id AS source_id, t.name AS source,
       c.locator AS locator, c.quote AS quote,
       [(c)-[:ATTRIBUTED_TO]->(speaker) | speaker.name] AS speakers, [(c)-[:ATTRIBUTED_TO]->(speaker) | speaker.id] AS speakers_id,
       c.status AS status, c.rank AS rank, [c.id] AS claims
