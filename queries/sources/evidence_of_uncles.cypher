//+ title: {en: "Evidence that two people are uncle or aunt and nephew or niece", es: "Evidencia de que dos personas son tío o tía y sobrino o sobrina"}
//+ about:
//+   en: "The claims that state or deny that one person is an uncle or aunt of another, or from which it is inferred; with source, place in it, status and rank."
//+   es: "Las afirmaciones que sostienen o niegan que una persona es tío o tía de otra, o de las que se infiere; con fuente, lugar en ella, estado y rango."
//+ answer: {en: "Claims on {uncle} as an uncle or aunt of {nephew}: {n}.", es: "Afirmaciones sobre {uncle} como tío o tía de {nephew}: {n}."}
//+ ask:
//+   en:
//+     - "(what is the evidence|what evidence is there|evidence|is there evidence|how do we know|which sources say|who says) that {uncle} (is|was) [a|an|the] (uncle|aunt) of {nephew}"
//+     - "(what is the evidence|what evidence is there|evidence|is there evidence|how do we know|which sources say|who says) that {uncle} (is|was) {nephew}'s (uncle|aunt)"
//+   es:
//+     - "(qué evidencia hay de|qué pruebas hay de|cuál es la evidencia de|cuáles son las pruebas de|qué fuentes dicen|quién dice|cómo se sabe) que {uncle} (es|era|sea) [el|la|un|una] (tío|tía) (de|del) {nephew}"
//+ examples: [{uncle: person/antonio-oseguera-cervantes, nephew: person/ruben-oseguera-gonzalez}]
//+ parameters:
//+   uncle: {type: Person, required: true}
//+   nephew: {type: Person, required: true}
//+ columns: {subject: Entity, relation: text, object: Entity, value: text, source: Source, locator: text, quote: text, speakers: "Actor[]", status: text, rank: text}
//+ order: [source, locator]
CALL {
  MATCH (a:Entity {id: $uncle})-[r:UNCLE_OR_AUNT_OF]->(b:Entity {id: $nephew})
  WHERE r.claims IS NOT NULL
  UNWIND r.claims AS found
  RETURN found
  UNION
  MATCH (a:Entity {id: $uncle})<-[:SUBJECT]-(c:Claim)-[:OBJECT]->(b:Entity {id: $nephew})
  WHERE c.predicate IN ['UNCLE_OR_AUNT_OF']
  RETURN c.id AS found
  UNION
  MATCH (a:Entity {id: $uncle})<-[:OBJECT]-(c:Claim)-[:SUBJECT]->(b:Entity {id: $nephew})
  WHERE c.predicate IN ['NEPHEW_OR_NIECE_OF']
  RETURN c.id AS found
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
