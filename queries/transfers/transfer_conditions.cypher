//+ title: {en: Conditions of transfers, es: Condiciones de los traslados}
//+ about:
//+   en: "The agreements and measures to which a transfer is subject, such as that the death penalty is not applied: what they say and who made them."
//+   es: "Los acuerdos y medidas a los que está sujeto un traslado, como el de que no se aplique la pena de muerte: qué dicen y quién los hizo."
//+ parameters:
//+   transfer: {type: Transfer, default: null}
//+   condition: {type: Event, default: null}
//+   made_by: {type: Actor, default: null}
//+ columns: {transfer: Transfer, date: text, condition: Event, text: "text[]", made_by: "Actor[]", statuses: "text[]"}
//+ order: [date, transfer, condition]
//+ from: transfer
//+ to: condition
//+ attributes: [text, made_by]
//+ says:
//+   en: "{transfer} is subject to {condition}[, made by {made_by}]"
//+   es: "{transfer} está sujeto a {condition}[, hecho por {made_by}]"
//+ questions:
//+   en: ["Which conditions did the transfer of 2025-08-12 have?", "Which condition did Mexico set for the transfers?"]
//+   es: ["¿Qué acuerdo acompañó los traslados?", "¿Con qué condiciones se hizo el traslado de 2026-01-20?"]
//+ examples:
//+   - {}
//+   - {transfer: transfer/2026-01-20}
//+   - {condition: event/agreement-no-death-penalty}
//? transfer: MATCH (t:Entity {id: $transfer})
//? condition: MATCH (k:Entity {id: $condition})
//? made_by: MATCH (:Entity {id: $made_by})<-[:MADE_BY]-(k:Entity) WITH DISTINCT k
MATCH (t:Transfer)-[r:SUBJECT_TO_CONDITION]->(k:Event)
WHERE ($transfer IS NULL OR t.id = $transfer) AND ($condition IS NULL OR k.id = $condition)
WITH t, r, k
WHERE $made_by IS NULL OR EXISTS { (k)-[:MADE_BY]->(:Entity {id: $made_by}) }
OPTIONAL MATCH (k)<-[:SUBJECT]-(c:Claim)
WHERE c.predicate IN ['text', 'MADE_BY']
  AND c.drawn
OPTIONAL MATCH (c)-[:OBJECT]->(o:Entity)
RETURN t.id AS transfer_id, t.name AS transfer, t.date AS date, k.id AS condition_id, k.name AS condition,
       CASE WHEN c.predicate = 'text' THEN [c.value] ELSE [] END AS text,
       CASE WHEN c.predicate = 'MADE_BY' THEN [o.name] ELSE [] END AS made_by,
       CASE WHEN c.predicate = 'MADE_BY' THEN [o.id] ELSE [] END AS made_by_id,
       r.statuses AS statuses,
       CASE WHEN c IS NULL THEN r.claims ELSE r.claims + [c.id] END AS claims
