//+ title: {en: "Evidence that two people are parent and child", es: "Evidencia de que dos personas son progenitor e hijo"}
//+ about:
//+   en: "The claims that state or deny that one person is the father or mother of another, or from which it is inferred; with source, place in it, status and rank."
//+   es: "Las afirmaciones que sostienen o niegan que una persona es el padre o la madre de otra, o de las que se infiere; con fuente, lugar en ella, estado y rango."
//+ answer: {en: "Claims on {parent} as a parent of {child}: {n}.", es: "Afirmaciones sobre {parent} como progenitor de {child}: {n}."}
//+ ask:
//+   en:
//+     - "(what is the evidence|what evidence is there|evidence|is there evidence|how do we know|which sources say|who says) that {parent} (is|was) [a|the] (father|mother|parent) of {child}"
//+     - "(what is the evidence|what evidence is there|evidence|is there evidence|how do we know|which sources say|who says) that {parent} (is|was) {child}'s (father|mother|parent)"
//+     - "(what is the evidence|what evidence is there|evidence|is there evidence|how do we know|which sources say|who says) that {child} (is|was) [a|the] (son|daughter|child) of {parent}"
//+     - "(what is the evidence|what evidence is there|evidence|is there evidence|how do we know|which sources say|who says) that {child} (is|was) {parent}'s (son|daughter|child)"
//+   es:
//+     - "(qué evidencia hay de|qué pruebas hay de|cuál es la evidencia de|cuáles son las pruebas de|qué fuentes dicen|quién dice|cómo se sabe) que {parent} (es|era|sea) [el|la] (padre|madre|papá|mamá) (de|del) {child}"
//+     - "(qué evidencia hay de|qué pruebas hay de|cuál es la evidencia de|cuáles son las pruebas de|qué fuentes dicen|quién dice|cómo se sabe) que {child} (es|era|sea) [el|la|un|una] (hijo|hija) (de|del) {parent}"
//+ examples: [{parent: person/nemesio-oseguera-cervantes, child: person/ruben-oseguera-gonzalez}]
//+ parameters:
//+   parent: {type: Person, required: true}
//+   child: {type: Person, required: true}
//+ columns: {subject: Entity, relation: text, object: Entity, value: text, source: Source, locator: text, quote: text, speakers: "Actor[]", status: text, rank: text}
//+ order: [source, locator]
CALL {
  MATCH (a:Entity {id: $parent})-[r:FATHER_OF|MOTHER_OF|PARENT_OF]->(b:Entity {id: $child})
  WHERE r.claims IS NOT NULL
  UNWIND r.claims AS found
  RETURN found
  UNION
  MATCH (a:Entity {id: $parent})<-[:SUBJECT]-(c:Claim)-[:OBJECT]->(b:Entity {id: $child})
  WHERE c.predicate IN ['FATHER_OF', 'MOTHER_OF', 'PARENT_OF']
  RETURN c.id AS found
  UNION
  MATCH (a:Entity {id: $parent})<-[:OBJECT]-(c:Claim)-[:SUBJECT]->(b:Entity {id: $child})
  WHERE c.predicate IN ['CHILD_OF']
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
