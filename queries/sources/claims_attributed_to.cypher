//+ title: {en: "Claims attributed to somebody", es: "Afirmaciones atribuidas a alguien"}
//+ about:
//+   en: "Every claim that a source attributes to a speaker: a person, an agency or an unnamed group; with source, place in it, status and rank."
//+   es: "Toda afirmación que una fuente atribuye a quien habla: una persona, una dependencia o un grupo sin nombre; con fuente, lugar en ella, estado y rango."
//+ answer: {en: "Claims attributed to {speaker}: {n}.", es: "Afirmaciones atribuidas a {speaker}: {n}."}
//+ ask:
//+   en:
//+     - "(which|what) claims (are|were) attributed to {speaker}"
//+     - "[list|show] [me] [all] [the] claims attributed to {speaker}"
//+     - "[list|show] [me] [all] [the] claims (by|made by) {speaker}"
//+     - "(which|what) claims (does|did) {speaker} make"
//+   es:
//+     - "(qué|cuáles) afirmaciones se (atribuyen|le atribuyen|les atribuyen) (a|al) {speaker}"
//+     - "[lista|enumera|muestra] [todas] [las] afirmaciones (atribuidas a|atribuidas al|hechas por) {speaker}"
//+ examples: [{speaker: person/pamela-bondi}, {speaker: person/claudia-sheinbaum-pardo}]
//+ parameters:
//+   speaker: {type: Actor, required: true}
//+ columns: {subject: Entity, relation: text, object: Entity, value: text, source: Source, locator: text, quote: text, speakers: "Actor[]", status: text, rank: text}
//+ order: [source, locator]
MATCH (x:Entity {id: $speaker})<-[:ATTRIBUTED_TO]-(c:Claim)
MATCH (c)-[:SUBJECT]->(s:Entity)
MATCH (c)-[:STATED_IN]->(t:Source)
OPTIONAL MATCH (c)-[:OBJECT]->(o:Entity)
RETURN s.id AS subject_id, s.name AS subject,
       c.predicate AS relation, o.id AS object_id, o.name AS object, c.value AS value,
       t.id AS source_id, t.name AS source,
       c.locator AS locator, c.quote AS quote,
       [(c)-[:ATTRIBUTED_TO]->(speaker) | speaker.name] AS speakers, [(c)-[:ATTRIBUTED_TO]->(speaker) | speaker.id] AS speakers_id,
       c.status AS status, c.rank AS rank, [c.id] AS claims
