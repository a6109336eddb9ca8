//+ title: {en: "Evidence that two people are married", es: "Evidencia de que dos personas son cónyuges"}
//+ about:
//+   en: "The claims that state or deny that one person is the spouse of another, or from which it is inferred; with source, place in it, status and rank."
//+   es: "Las afirmaciones que sostienen o niegan que una persona es cónyuge de otra, o de las que se infiere; con fuente, lugar en ella, estado y rango."
//+ answer: {en: "Claims on {person} as the spouse of {relative}: {n}.", es: "Afirmaciones sobre {person} como cónyuge de {relative}: {n}."}
//+ ask:
//+   en:
//+     - "(what is the evidence|what evidence is there|evidence|is there evidence|how do we know|which sources say|who says) that {person} (is|was) [a|an|the] (wife|husband|spouse|ex wife|ex husband) of {relative}"
//+     - "(what is the evidence|what evidence is there|evidence|is there evidence|how do we know|which sources say|who says) that {person} (is|was) {relative}'s (wife|husband|spouse|ex wife|ex husband)"
//+     - "(what is the evidence|what evidence is there|evidence|is there evidence|how do we know|which sources say|who says) that {person} and {relative} (are|were) (married|spouses|husband and wife)"
//+   es:
//+     - "(qué evidencia hay de|qué pruebas hay de|cuál es la evidencia de|cuáles son las pruebas de|qué fuentes dicen|quién dice|cómo se sabe) que {person} (es|era|sea) [el|la|un|una] (esposa|esposo) (de|del) {relative}"
//+     - "(qué evidencia hay de|qué pruebas hay de|cuál es la evidencia de|cuáles son las pruebas de|qué fuentes dicen|quién dice|cómo se sabe) que {person} (es|era|sea) [el|la|un|una] (mujer|marido) (de|del) {relative}"
//+     - "(qué evidencia hay de|qué pruebas hay de|cuál es la evidencia de|cuáles son las pruebas de|qué fuentes dicen|quién dice|cómo se sabe) que {person} (es|era|sea) [el|la|un|una] (cónyuge|pareja) (de|del) {relative}"
//+     - "(qué evidencia hay de|qué pruebas hay de|cuál es la evidencia de|cuáles son las pruebas de|qué fuentes dicen|quién dice|cómo se sabe) que {person} y {relative} (son|eran|sean) (esposos|cónyuges|marido y mujer)"
//+ examples: [{person: person/rosalinda-gonzalez-valencia, relative: person/nemesio-oseguera-cervantes}]
//+ parameters:
//+   person: {type: Person, required: true}
//+   relative: {type: Person, required: true}
//+ columns: {subject: Entity, relation: text, object: Entity, value: text, source: Source, locator: text, quote: text, speakers: "Actor[]", status: text, rank: text}
//+ order: [source, locator]
CALL {
  MATCH (a:Entity {id: $person})-[r:SPOUSE_OF]->(b:Entity {id: $relative})
  WHERE r.claims IS NOT NULL
  UNWIND r.claims AS found
  RETURN found
  UNION
  MATCH (a:Entity {id: $person})<-[:SUBJECT]-(c:Claim)-[:OBJECT]->(b:Entity {id: $relative})
  WHERE c.predicate IN ['SPOUSE_OF']
  RETURN c.id AS found
  UNION
  MATCH (a:Entity {id: $person})<-[:OBJECT]-(c:Claim)-[:SUBJECT]->(b:Entity {id: $relative})
  WHERE c.predicate IN ['SPOUSE_OF']
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
