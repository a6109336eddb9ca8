//+ title: {en: "Evidence that somebody was transferred", es: "Evidencia de que alguien fue trasladado"}
//+ about:
//+   en: "The claims that state or deny that a person was handed over to another state, in any transfer or in a named one; with source, place in it, status and rank."
//+   es: "Las afirmaciones que sostienen o niegan que una persona fue entregada a otro Estado, en cualquier traslado o en uno determinado; con fuente, lugar en ella, estado y rango."
//+ answer: {en: "Claims on a transfer of {person}: {n}.", es: "Afirmaciones sobre un traslado de {person}: {n}."}
//+ ask:
//+   en:
//+     - "(what is the evidence|what evidence is there|evidence|is there evidence|how do we know|which sources say|who says) that {person} was (transferred|extradited|expelled|handed over|sent) [to the united states|to the us]"
//+     - "(what is the evidence|what evidence is there|evidence|is there evidence|how do we know|which sources say|who says) that {person} was (transferred|handed over|sent) [to the united states|to the us] (on|in) [the] {transfer}"
//+   es:
//+     - "(qué evidencia hay de|qué pruebas hay de|cuál es la evidencia de|cuáles son las pruebas de|qué fuentes dicen|quién dice|cómo se sabe) que {person} fue (trasladado|trasladada|entregado|entregada|enviado|enviada) [a estados unidos]"
//+     - "(qué evidencia hay de|qué pruebas hay de|cuál es la evidencia de|cuáles son las pruebas de|qué fuentes dicen|quién dice|cómo se sabe) que {person} fue (trasladado|trasladada|entregado|entregada) (el|en el|en) {transfer}"
//+ examples: [{person: person/rosa-a}, {person: person/rafael-caro-quintero, transfer: transfer/2025-02-27}]
//+ parameters:
//+   person: {type: Person, required: true}
//+   transfer: {type: Transfer, default: null}
//+ columns: {subject: Entity, relation: text, object: Entity, value: text, source: Source, locator: text, quote: text, speakers: "Actor[]", status: text, rank: text}
//+ order: [source, locator]
CALL {
  MATCH (p:Entity {id: $person})<-[:SUBJECT]-(c:Claim)-[:OBJECT]->(t:Entity)
  WHERE c.predicate = 'TRANSFERRED_IN' AND ($transfer IS NULL OR t.id = $transfer)
  RETURN c.id AS found
  UNION
  MATCH (p:Entity {id: $person})<-[:OBJECT]-(c:Claim)-[:SUBJECT]->(t:Entity)
  WHERE c.predicate = 'TRANSFER_OF' AND ($transfer IS NULL OR t.id = $transfer)
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
