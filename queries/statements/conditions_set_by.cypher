//+ title: {en: "Conditions that someone set for transfers", es: "Condiciones que alguien puso a los traslados"}
//+ about:
//+   en: "What an actor or a country laid down about what may be done with the people who were transferred, and the transfers that it binds. A country stands for its government."
//+   es: "Lo que un actor o un país estableció sobre qué se puede hacer con las personas trasladadas, y los traslados a los que obliga. Un país está por su gobierno."
//+ answer: {en: "Conditions of transfers set by {setter}: {n}.", es: "Condiciones de los traslados puestas por {setter}: {n}."}
//+ ask:
//+   en:
//+     - "(which|what) (condition|conditions) did {setter} (set|make|attach|impose|put|demand) [for the transfers|to the transfers|on the transfers|for the transfer|for the extraditions]"
//+     - "(which|what) (condition|conditions) (has|have) {setter} (set|made|attached|imposed|put) [for the transfers|to the transfers|on the transfers]"
//+     - "(which|what) (condition|conditions) (was|were) (set|imposed|made) by {setter} [for the transfers|for the transfer]"
//+     - "(which|what) (condition|conditions) did {setter} (set|make|attach|impose|put) (for|to|on) {transfer}"
//+     - "(did|does|has) {setter} (set|impose|imposed) (a condition|conditions) for the transfers"
//+     - "{setter}'s (condition|conditions) for the transfers"
//+   es:
//+     - "qué (condición|condiciones) (puso|impuso|fijó|estableció|exigió|ha puesto) {setter} [para los traslados|a los traslados|en los traslados|para el traslado|para las extradiciones]"
//+     - "qué (condición|condiciones) (puso|impuso|fijó|estableció|exigió) {setter} (para|a|en) {transfer}"
//+     - "(puso|impuso) {setter} (una condición|condiciones) (a|para) los traslados"
//+     - "(condición|condiciones) (de|del) {setter} para los traslados"
//+     - "qué (condición|condiciones) (fue puesta|fueron puestas|fue fijada|fueron fijadas) por {setter} [para los traslados]"
//+     - "cuáles (son|fueron) las condiciones (de|del) {setter} para los traslados"
//+ examples: [{setter: organization/government-of-mexico, transfer: transfer/2025-08-12}, {setter: place/mexico}, {setter: place/united-states}]
//+ parameters:
//+   setter: {type: Entity, required: true}
//+   transfer: {type: Transfer, default: null}
//+ columns: {condition: Event, text: "text[]", made_by: "Actor[]", transfers: "Transfer[]", status: "text[]"}
//+ order: [condition]
MATCH (t:Transfer)-[r:SUBJECT_TO_CONDITION]->(e:Event)
WHERE $transfer IS NULL OR t.id = $transfer
WITH t, r, e
WHERE ($setter IS NULL OR EXISTS { (e)-[:MADE_BY]->(:Entity {id: $setter}) }
    OR EXISTS { (e)-[:MADE_BY]->(:Entity)-[:HEADED_BY|JURISDICTION]->(:Entity {id: $setter}) }
    OR EXISTS { (e)-[:MADE_BY]->(:Entity)<-[:HEADED_BY]-(:Entity {id: $setter})<-[:OCCURRED_UNDER]-(e) }
    OR EXISTS { MATCH (e)-[:MADE_BY]->(g:Government) MATCH (k:Entity {id: $setter})
      WHERE k:Country AND g.name ENDS WITH k.name })
UNWIND r.claims AS binding
OPTIONAL MATCH (e)<-[:SUBJECT]-(c:Claim)
WHERE c.predicate IN ['text', 'MADE_BY']
  AND c.drawn
OPTIONAL MATCH (c)-[:OBJECT]->(o:Entity)
RETURN e.id AS condition_id, e.name AS condition,
       CASE WHEN c.predicate = 'text' THEN [c.value] ELSE [] END AS text,
       CASE WHEN c.predicate = 'MADE_BY' THEN [o.name] ELSE [] END AS made_by,
       CASE WHEN c.predicate = 'MADE_BY' THEN [o.id] ELSE [] END AS made_by_id,
       [t.name] AS transfers, [t.id] AS transfers_id,
       CASE WHEN c IS NULL THEN r.statuses ELSE r.statuses + [c.status] END AS status,
       CASE WHEN c IS NULL THEN [binding] ELSE [binding, c.id] END AS claims
