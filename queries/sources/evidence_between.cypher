//+ title: {en: "Evidence that ties two things", es: "Evidencia que vincula dos cosas"}
//+ about:
//+   en: "Every claim that ties two things: it names both, or supports an inferred relation between them, or both have a part in the event that it is about. Denied, opinion and deprecated claims are shown as such."
//+   es: "Toda afirmación que vincula dos cosas: nombra a ambas, o sostiene una relación inferida entre ellas, o ambas tienen parte en el acontecimiento de que trata. Las negadas, las opiniones y las obsoletas se muestran como tales."
//+ answer: {en: "Claims that tie {first} and {second}: {n}.", es: "Afirmaciones que vinculan a {first} y {second}: {n}."}
//+ ask:
//+   en:
//+     - "[what is] [the] evidence (for|of|about|on) [the|a] (tie|ties|link|links|connection|relation|relationship) between {first} and {second}"
//+     - "(what is the evidence|what evidence is there|evidence|is there evidence) that {first} (is|was) (related|connected|linked|tied) (to|with) {second}"
//+     - "(what|which) (evidence|claims|claim) (connects|connect|links|link|ties|tie) {first} (to|and|with) {second}"
//+     - "what do the sources say about {first} and {second}"
//+     - "(which|what) sources (mention|connect|link|tie) {first} (and|to|with) {second}"
//+     - "what ties {first} to {second}"
//+   es:
//+     - "(qué|cuál es la|cuáles son las) (evidencia|pruebas|evidencias) [hay] (de|del|sobre) [la|el] (vínculo|relación|nexo|conexión) entre {first} y {second}"
//+     - "(qué evidencia hay de|cuál es la evidencia de|qué pruebas hay de) que {first} (está|estaba|esté) (relacionado|relacionada|vinculado|vinculada|conectado|conectada) con {second}"
//+     - "(qué|cuáles) (evidencia|afirmaciones|pruebas) (vincula|vinculan|relaciona|relacionan|conecta|conectan) [a|al] {first} (con|y) {second}"
//+     - "qué dicen las fuentes (de|sobre) {first} y {second}"
//+     - "qué fuentes (mencionan|vinculan|relacionan) [a|al] {first} (y|con) [a|al] {second}"
//+     - "qué vincula (a|al) {first} con {second}"
//+ examples: [{first: person/abigael-gonzalez-valencia, second: person/nemesio-oseguera-cervantes}, {first: person/rafael-caro-quintero, second: person/enrique-camarena}]
//+ parameters:
//+   first: {type: Entity, required: true}
//+   second: {type: Entity, required: true}
//+ columns: {subject: Entity, relation: text, object: Entity, value: text, source: Source, locator: text, quote: text, speakers: "Actor[]", status: text, rank: text}
//+ order: [source, locator]
CALL {
  MATCH (a:Entity {id: $first})<-[:SUBJECT|OBJECT]-(c:Claim)-[:SUBJECT|OBJECT]->(b:Entity {id: $second})
  WHERE a.id <> b.id
  RETURN c.id AS found
  UNION
  MATCH (a:Entity {id: $first})-[r]-(b:Entity {id: $second})
  WHERE a.id <> b.id AND r.claims IS NOT NULL
  UNWIND r.claims AS found
  RETURN found
  UNION
  MATCH (a:Entity {id: $first})<-[:OBJECT]-(c:Claim)-[:SUBJECT]->(e:Event)<-[:SUBJECT]-(d:Claim)-[:OBJECT]->(b:Entity {id: $second})
  WHERE a.id <> b.id
  UNWIND [c.id, d.id] AS found
  RETURN found
}
MATCH (c:Entity {id: found})
MATCH (c)-[:SUBJECT]->(s:Entity)
MATCH (c)-[:STATED_IN]->(t:Source)
OPTIONAL MATCH (c)-[:OBJECT]->(o:Entity)
RETURN s.id AS subject_id, s.name AS subject,
       c.predicate AS relation, o.id AS object_id, o.name AS object, c.value AS value,
       t.id AS source_id, t.name AS source,
       c.locator AS locator, c.quote AS quote,
       [(c)-[:ATTRIBUTED_TO]->(speaker) | speaker.name] AS speakers, [(c)-[:ATTRIBUTED_TO]->(speaker) | speaker.id] AS speakers_id,
       c.status AS status, c.rank AS rank, [c.id] AS claims
