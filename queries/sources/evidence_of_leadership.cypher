//+ title: {en: "Evidence that somebody leads or led an organisation", es: "Evidencia de que alguien dirige o dirigió una organización"}
//+ about:
//+   en: "The claims that state, allege or deny that somebody leads or led an organisation; with source, place in it, status and rank."
//+   es: "Las afirmaciones que sostienen, alegan o niegan que alguien dirige o dirigió una organización; con fuente, lugar en ella, estado y rango."
//+ answer: {en: "Claims on {leader} as a leader of {organization}: {n}.", es: "Afirmaciones sobre {leader} como líder de {organization}: {n}."}
//+ ask:
//+   en:
//+     - "(what is the evidence|what evidence is there|evidence|is there evidence|how do we know|which sources say|who says) that {leader} (is|was) [a|the] (leader|head|boss|chief) of {organization}"
//+     - "(what is the evidence|what evidence is there|evidence|is there evidence|how do we know|which sources say|who says) that {leader} (leads|led|heads|headed|runs|ran) {organization}"
//+     - "(what is the evidence|what evidence is there|evidence|is there evidence|how do we know|which sources say|who says) that {leader} (is|was) {organization}'s (leader|head|boss|chief)"
//+   es:
//+     - "(qué evidencia hay de|qué pruebas hay de|cuál es la evidencia de|cuáles son las pruebas de|qué fuentes dicen|quién dice|cómo se sabe) que {leader} (es|era|fue) [el|la|un|una] (líder|jefe|jefa) (de|del) {organization}"
//+     - "(qué evidencia hay de|qué pruebas hay de|cuál es la evidencia de|cuáles son las pruebas de|qué fuentes dicen|quién dice|cómo se sabe) que {leader} (dirige|dirigía|lidera|lideraba|encabeza|encabezaba) (a|al) {organization}"
//+     - "(qué evidencia hay de|qué pruebas hay de|cuál es la evidencia de|cuáles son las pruebas de|qué fuentes dicen|quién dice|cómo se sabe) que {leader} (dirige|dirigía|lidera|lideraba|encabeza|encabezaba) {organization}"
//+ examples: [{leader: person/nemesio-oseguera-cervantes, organization: organization/cjng}]
//+ parameters:
//+   leader: {type: Person, required: true}
//+   organization: {type: Organization, required: true}
//+ columns: {subject: Entity, relation: text, object: Entity, value: text, source: Source, locator: text, quote: text, speakers: "Actor[]", status: text, rank: text}
//+ order: [source, locator]
CALL {
  MATCH (a:Entity {id: $leader})-[r:LEADS]->(b:Entity {id: $organization})
  WHERE r.claims IS NOT NULL
  UNWIND r.claims AS found
  RETURN found
  UNION
  MATCH (a:Entity {id: $leader})<-[:SUBJECT]-(c:Claim)-[:OBJECT]->(b:Entity {id: $organization})
  WHERE c.predicate IN ['LEADS']
  RETURN c.id AS found
  UNION
  MATCH (a:Entity {id: $leader})<-[:OBJECT]-(c:Claim)-[:SUBJECT]->(b:Entity {id: $organization})
  WHERE c.predicate IN ['LED_BY']
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
