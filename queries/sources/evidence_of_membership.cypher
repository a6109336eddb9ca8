//+ title: {en: "Evidence for a membership", es: "Evidencia de una pertenencia"}
//+ about:
//+   en: "The claims that state, allege or deny that somebody is a member of an organisation; with source, place in it, status and rank."
//+   es: "Las afirmaciones que sostienen, alegan o niegan que alguien es miembro de una organización; con fuente, lugar en ella, estado y rango."
//+ answer: {en: "Claims on {member} as a member of {organization}: {n}.", es: "Afirmaciones sobre {member} como miembro de {organization}: {n}."}
//+ ask:
//+   en:
//+     - "(what is the evidence|what evidence is there|evidence|is there evidence|how do we know|which sources say|who says) that {member} (is|was) [a|an alleged] (member|part) of {organization}"
//+     - "(what is the evidence|what evidence is there|evidence|is there evidence|how do we know|which sources say|who says) that {member} (belongs|belonged) to {organization}"
//+     - "(what is the evidence|what evidence is there) (of|for) {member}'s membership in {organization}"
//+     - "(what is the evidence|what evidence is there) (of|for) the membership of {member} in {organization}"
//+   es:
//+     - "(qué evidencia hay de|qué pruebas hay de|cuál es la evidencia de|cuáles son las pruebas de|qué fuentes dicen|quién dice|cómo se sabe) que {member} (es|era|sea) [un|una] (miembro|integrante|parte) (de|del) {organization}"
//+     - "(qué evidencia hay de|qué pruebas hay de|cuál es la evidencia de|cuáles son las pruebas de|qué fuentes dicen|quién dice|cómo se sabe) que {member} (pertenece|pertenecía|pertenezca) (a|al) {organization}"
//+     - "(qué evidencia hay de|qué pruebas hay de|cuál es la evidencia de|cuáles son las pruebas de|qué fuentes dicen|quién dice|cómo se sabe) que {member} (forma|formaba|forme) parte (de|del) {organization}"
//+ examples: [{member: person/abigael-gonzalez-valencia, organization: organization/los-cuinis}, {member: person/lucio-hernandez-lechuga, organization: organization/los-zetas}]
//+ parameters:
//+   member: {type: Actor, required: true}
//+   organization: {type: Organization, required: true}
//+ columns: {subject: Entity, relation: text, object: Entity, value: text, source: Source, locator: text, quote: text, speakers: "Actor[]", status: text, rank: text}
//+ order: [source, locator]
CALL {
  MATCH (a:Entity {id: $member})-[r:MEMBER_OF]->(b:Entity {id: $organization})
  WHERE r.claims IS NOT NULL
  UNWIND r.claims AS found
  RETURN found
  UNION
  MATCH (a:Entity {id: $member})<-[:SUBJECT]-(c:Claim)-[:OBJECT]->(b:Entity {id: $organization})
  WHERE c.predicate IN ['MEMBER_OF']
  RETURN c.id AS found
  UNION
  MATCH (a:Entity {id: $member})<-[:OBJECT]-(c:Claim)-[:SUBJECT]->(b:Entity {id: $organization})
  WHERE c.predicate IN ['HAS_MEMBER']
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
