//+ title: {en: Conditions of transfers, es: Condiciones de los traslados}
//+ about:
//+   en: "The agreements and measures to which a transfer is subject, such as that the death penalty is not applied: what they say and who made them; all transfers where none is named."
//+   es: "Los acuerdos y medidas a los que está sujeto un traslado, como el de que no se aplique la pena de muerte: qué dicen y quién los hizo; todos los traslados si no se nombra ninguno."
//+ answer: {en: "Conditions found: {n}.", es: "Condiciones encontradas: {n}."}
//+ ask:
//+   en:
//+     - "what were the conditions of the transfers"
//+     - "(which|what) (condition|conditions) (did mexico set|did mexico impose|did mexico make|were set|are there|apply|was set|were there) (for|to) {transfer}"
//+     - "(which|what) (condition|conditions) (did mexico set|did mexico impose|did mexico make|were set|are there|apply|was set|were there) (for|to) the [three|mass|prisoner] transfers"
//+     - "(which|what) (condition|conditions) (is|are|was|were) {transfer} subject to"
//+     - "(which|what) (condition|conditions) (is|are|was|were) the [three|mass|prisoner] transfers subject to"
//+     - "(what are|what were|list|show) the (conditions|terms) of {transfer}"
//+     - "(what are|what were|list|show) the (conditions|terms) of the [three|mass|prisoner] transfers"
//+     - "(under|on) (which|what) (condition|conditions) (was|were) {transfer} (made|carried out|agreed)"
//+     - "(under|on) (which|what) (condition|conditions) (was|were) the (prisoners|people|inmates) (transferred|sent|handed over)"
//+     - "(which|what) agreement (accompanied|covers|covered|went with) {transfer}"
//+     - "(which|what) agreement (accompanied|covers|covered|went with) the [three|mass|prisoner] transfers"
//+     - "(which|what) agreement (on|about) the death penalty (accompanied|covers|covered|went with|applies to) the [three] transfers"
//+     - "conditions of (the transfers|{transfer})"
//+   es:
//+     - "cuáles fueron las condiciones de los traslados"
//+     - "qué (condición|condiciones) (puso|impuso|fijó|estableció|exigió) méxico (para|a|en) (los traslados|los tres traslados|el traslado)"
//+     - "qué (condición|condiciones) (puso|impuso|fijó|estableció|exigió) méxico (para|a|en) {transfer}"
//+     - "qué (condición|condiciones) (tuvo|tiene|tenía|acompañó|acompañaron) [a] {transfer}"
//+     - "qué (condición|condiciones) (tuvieron|tienen|acompañaron|acompañó) [a] los [tres] traslados"
//+     - "(cuál es|cuál fue|cuáles son|cuáles fueron) (la condición|las condiciones) (de|del|para) {transfer}"
//+     - "(cuál es|cuál fue|cuáles son|cuáles fueron) (la condición|las condiciones) (de|para) los [tres] traslados"
//+     - "(bajo|con|en) qué condiciones se (hizo|realizó|acordó) {transfer}"
//+     - "(bajo|con|en) qué condiciones se (hicieron|realizaron|acordaron) los [tres] traslados"
//+     - "qué acuerdo [sobre la pena de muerte] (acompañó|acompaña|rige|cubre) [a] los [tres] traslados"
//+     - "qué acuerdo [sobre la pena de muerte] (acompañó|acompaña|rige|cubre) [a] {transfer}"
//+     - "condiciones (de los traslados|de {transfer}|del {transfer})"
//+ examples: [{}, {transfer: transfer/2026-01-20}]
//+ parameters:
//+   transfer: {type: Transfer, default: null}
//+ columns: {transfer: Transfer, date: text, condition: Event, text: "text[]", made_by: "Actor[]", status: "text[]"}
//+ order: [date, transfer, condition]
MATCH (t:Transfer)-[r:SUBJECT_TO_CONDITION]->(k:Entity)
WHERE $transfer IS NULL OR t.id = $transfer
OPTIONAL MATCH (k)<-[:SUBJECT]-(c:Claim)
WHERE c.predicate IN ['text', 'MADE_BY']
  AND c.drawn
OPTIONAL MATCH (c)-[:OBJECT]->(o:Entity)
RETURN t.id AS transfer_id, t.name AS transfer, t.date AS date, k.id AS condition_id, k.name AS condition,
       CASE WHEN c.predicate = 'text' THEN [c.value] ELSE [] END AS text,
       CASE WHEN c.predicate = 'MADE_BY' THEN [o.name] ELSE [] END AS made_by,
       CASE WHEN c.predicate = 'MADE_BY' THEN [o.id] ELSE [] END AS made_by_id,
       r.statuses AS status,
       CASE WHEN c IS NULL THEN r.claims ELSE r.claims + [c.id] END AS claims
