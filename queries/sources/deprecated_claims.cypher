//+ title: {en: "Deprecated claims", es: "Afirmaciones obsoletas"}
//+ about:
//+   en: "Claims that are kept, but draw no fact, because they are known to be wrong or superseded; of all sources or of one."
//+   es: "Afirmaciones que se conservan, pero no dan lugar a ningún hecho, porque consta que son erróneas o están superadas; de todas las fuentes o de una."
//+ answer: {en: "Deprecated claims: {n}.", es: "Afirmaciones obsoletas: {n}."}
//+ ask:
//+   en:
//+     - "(which|what) claims (are|were) (deprecated|rejected|superseded|marked as wrong)"
//+     - "(which|what) claims (of|from|in) [source|article] {stated_in} (are|were) (deprecated|rejected|superseded|marked as wrong)"
//+     - "[list|show] [me] [all] [the] deprecated claims"
//+     - "[list|show] [me] [all] [the] deprecated claims (of|from|in) [source|article] {stated_in}"
//+   es:
//+     - "(qué|cuáles) afirmaciones (están|fueron|son) (obsoletas|descartadas|rechazadas|superadas)"
//+     - "(qué|cuáles) afirmaciones (de|del) [la fuente|artículo] {stated_in} (están|fueron|son) (obsoletas|descartadas|rechazadas|superadas)"
//+     - "[lista|enumera|muestra] [todas] [las] afirmaciones (obsoletas|descartadas)"
//+     - "[lista|enumera|muestra] [todas] [las] afirmaciones (obsoletas|descartadas) (de|del) [la fuente|artículo] {stated_in}"
//+ examples: [{}, {stated_in: source/b57c6af5b0474095}]
//+ parameters:
//+   stated_in: {type: Source, default: null}
//+ columns: {subject: Entity, relation: text, object: Entity, value: text, source: Source, locator: text, quote: text, speakers: "Actor[]", status: text, rank: text}
//+ order: [source, locator]
MATCH (c:Claim)-[:STATED_IN]->(x:Source)
WHERE c.rank = 'deprecated' AND ($stated_in IS NULL OR x.id = $stated_in)
WITH DISTINCT c
MATCH (c)-[:SUBJECT]->(s:Entity)
MATCH (c)-[:STATED_IN]->(t:Source)
OPTIONAL MATCH (c)-[:OBJECT]->(o:Entity)
RETURN s.id AS subject_id, s.name AS subject,
       c.predicate AS relation, o.id AS object_id, o.name AS object, c.value AS value,
       t.id AS source_id, t.name AS source,
       c.locator AS locator, c.quote AS quote,
       [(c)-[:ATTRIBUTED_TO]->(speaker) | speaker.name] AS speakers, [(c)-[:ATTRIBUTED_TO]->(speaker) | speaker.id] AS speakers_id,
       c.status AS status, c.rank AS rank, [c.id] AS claims
