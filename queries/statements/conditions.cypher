//+ title: {en: "Conditions of transfers", es: "Condiciones de los traslados"}
//+ about:
//+   en: "What binds what may be done with the people who were transferred: the agreement or measure, what it lays down, who set it, and the transfers that it binds."
//+   es: "Lo que limita qué se puede hacer con las personas trasladadas: el acuerdo o la medida, lo que establece, quién lo fijó y los traslados a los que obliga."
//+ answer: {en: "Conditions of transfers found: {n}.", es: "Condiciones de los traslados encontradas: {n}."}
//+ ask:
//+   en:
//+     - "(which|what) (condition|conditions) did {setter} (set|make|attach|impose|put) [for the transfers|to the transfers|on the transfers|for the transfer]"
//+     - "(which|what) (condition|conditions) (was|were) set by {setter} [for the transfers|for the transfer]"
//+     - "(which|what) (condition|conditions) (apply|applies|applied) to {transfer}"
//+     - "(which|what) (condition|conditions) (apply|applies|applied) to the transfers"
//+     - "(which|what) (condition|conditions) (was|were|is|are) attached to (the transfers|{transfer})"
//+     - "under (which|what) (condition|conditions) (was|were) the (transfers|prisoners|people) (made|transferred|handed over)"
//+     - "(what is|what are|list|show) the (condition|conditions) (of|for) {transfer}"
//+     - "(what is|what are|list|show) the (condition|conditions) (of|for) the transfers"
//+     - "(did|does) {setter} set conditions for the transfers"
//+   es:
//+     - "qué (condición|condiciones) (puso|impuso|fijó|estableció|exigió) {setter} [para los traslados|a los traslados|en los traslados|para el traslado]"
//+     - "qué (condición|condiciones) (tiene|tuvo) {transfer}"
//+     - "qué (condición|condiciones) (tienen|tuvieron|acompañaron a) los traslados"
//+     - "qué (condición|condiciones) se (aplica|aplican|aplicó|aplicaron|puso|pusieron|impuso|impusieron) (a|al) {transfer}"
//+     - "qué (condición|condiciones) se (aplica|aplican|aplicó|aplicaron|puso|pusieron|impuso|impusieron) a los traslados"
//+     - "bajo qué (condición|condiciones) (se hicieron|se hacen|fueron) los traslados"
//+     - "[cuáles son] las condiciones (de|del) {transfer}"
//+     - "[cuáles son] las condiciones de los traslados"
//+ examples: [{setter: place/mexico}, {transfer: transfer/2025-08-12}, {}, {setter: place/united-states}]
//+ parameters:
//+   setter: {type: Entity, default: null, about: "who set it; a country also stands for its government"}
//+   transfer: {type: Transfer, default: null}
//+ columns: {condition: Event, text: "text[]", made_by: "Actor[]", transfers: "Transfer[]", status: "text[]"}
//+ order: [condition]
MATCH (t:Transfer)-[r:SUBJECT_TO_CONDITION]->(e:Event)
WHERE $transfer IS NULL OR t.id = $transfer
WITH t, r, e
WHERE ($setter IS NULL OR EXISTS { (e)-[:MADE_BY]->(:Entity {id: $setter}) }
  OR EXISTS { (e)-[:MADE_BY]->(:Entity)-[:HEADED_BY|JURISDICTION]->(:Entity {id: $setter}) }
  OR EXISTS { (e)-[:MADE_BY]->(:Entity)<-[:HEADED_BY]-(:Entity {id: $setter})<-[:OCCURRED_UNDER]-(e) }
  OR EXISTS { MATCH (e)-[:MADE_BY]->(g:Government) MATCH (k:Entity {id: $setter}) WHERE k:Country AND g.name ENDS WITH k.name })
UNWIND r.claims AS binding
OPTIONAL MATCH (e)<-[:SUBJECT]-(c:Claim)
WHERE c.predicate IN ['text', 'MADE_BY'] AND c.rank <> 'deprecated' AND NOT c.status IN ['opinion', 'denied', 'threatened', 'promised']
OPTIONAL MATCH (c)-[:OBJECT]->(o:Entity)
RETURN e.id AS condition_id, e.name AS condition,
       CASE WHEN c.predicate = 'text' THEN [c.value] ELSE [] END AS text,
       CASE WHEN c.predicate = 'MADE_BY' THEN [o.name] ELSE [] END AS made_by,
       CASE WHEN c.predicate = 'MADE_BY' THEN [o.id] ELSE [] END AS made_by_id,
       [t.name] AS transfers, [t.id] AS transfers_id,
       CASE WHEN c IS NULL THEN r.statuses ELSE r.statuses + [c.status] END AS status,
       CASE WHEN c IS NULL THEN [binding] ELSE [binding, c.id] END AS claims
