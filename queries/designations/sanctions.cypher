//+ title: {en: "Sanctions", es: "Sanciones"}
//+ about:
//+   en: "Sanctions against people and organisations: who, when, by whom and on what legal basis. A sanction is no conviction."
//+   es: "Sanciones contra personas y organizaciones: a quién, cuándo, por quién y con qué base legal. Una sanción no es una condena."
//+ answer: {en: "Sanctions found: {n}.", es: "Sanciones encontradas: {n}."}
//+ ask:
//+   en:
//+     - "who (was|is|has been|were) sanctioned"
//+     - "who (was|is|has been|were) sanctioned by {by}"
//+     - "who (was|were) sanctioned [by {by}] [during] {period}"
//+     - "whom (did|has) {by} (sanction|sanctioned)"
//+     - "who did {by} sanction"
//+     - "(which|what) sanctions (are there|exist|were imposed) (against|on) {target}"
//+     - "(which|what) sanctions (are there|are known|were imposed|have been imposed)"
//+     - "(which|what) sanctions (were there|were imposed) {period}"
//+     - "(is|was|has) {target} [been] sanctioned [by {by}]"
//+     - "when was {target} sanctioned [by {by}]"
//+     - "who sanctioned {target}"
//+     - "(sanction|sanctions) (against|on) {target}"
//+     - "[list|show] [all] [the] sanctions"
//+     - "(which|what) sanctions did {by} impose"
//+   es:
//+     - "(quién|quiénes) (fue|fueron|ha sido|han sido|está|están) (sancionado|sancionada|sancionados)"
//+     - "(quién|quiénes) (fue|fueron|ha sido|han sido) (sancionado|sancionada|sancionados) por {by}"
//+     - "(quién|quiénes) (fue|fueron) (sancionado|sancionada|sancionados) [por {by}] {period}"
//+     - "a (quién|quiénes) (sancionó|ha sancionado) {by}"
//+     - "qué sanciones (hay|existen|se impusieron) (contra|a|al) {target}"
//+     - "qué sanciones (hay|hubo|se conocen|se impusieron)"
//+     - "qué sanciones (hubo|se impusieron) {period}"
//+     - "(está|fue|ha sido) (sancionado|sancionada) {target}"
//+     - "cuándo (fue sancionado|fue sancionada|se sancionó a|sancionaron a) {target}"
//+     - "quién sancionó (a|al) {target}"
//+     - "(sanción|sanciones) contra {target}"
//+     - "[lista de] [las] sanciones"
//+     - "qué sanciones impuso {by}"
//+ examples: [{target: person/ricardo-gonzalez-sauceda}, {by: organization/ofac}, {period: "2024"}, {}]
//+ parameters:
//+   target: {type: Actor, default: null, about: "the person or organisation that is sanctioned"}
//+   by: {type: Actor, default: null, about: "who sanctioned"}
//+   period: {type: interval, default: null, about: "it took effect, or may have taken effect, in it"}
//+ columns: {target: Actor, date: text, by: "Actor[]", legal_basis: "LegalInstrument[]", kind: "text[]", event: Sanction, status: text}
//+ order: [date, target]
MATCH (e:Sanction)-[r:CONCERNS]->(x:Actor)
WHERE $target IS NULL OR x.id = $target
WITH e, r, x
WHERE ($by IS NULL OR EXISTS { (e)-[:CONDUCTED_BY]->(:Entity {id: $by}) })
  AND ($period_from IS NULL OR e.date_to >= $period_from)
  AND ($period_to IS NULL OR e.date_from <= $period_to)
MATCH (e)<-[:SUBJECT]-(c:Claim)
WITH e, r, x, c
WHERE c.id IN r.claims
   OR (c.predicate IN ['date_claimed', 'designated_as', 'CONDUCTED_BY', 'LEGAL_BASIS']
     AND c.drawn)
OPTIONAL MATCH (c)-[:OBJECT]->(o:Entity)
RETURN x.id AS target_id, x.name AS target, e.date AS date,
       CASE WHEN c.predicate = 'CONDUCTED_BY' THEN [o.name] ELSE [] END AS by,
       CASE WHEN c.predicate = 'CONDUCTED_BY' THEN [o.id] ELSE [] END AS by_id,
       CASE WHEN c.predicate = 'LEGAL_BASIS' THEN [o.name] ELSE [] END AS legal_basis,
       CASE WHEN c.predicate = 'LEGAL_BASIS' THEN [o.id] ELSE [] END AS legal_basis_id,
       CASE WHEN c.predicate = 'designated_as' THEN [c.value] ELSE [] END AS kind,
       e.id AS event_id, e.name AS event, r.status AS status, [c.id] AS claims
