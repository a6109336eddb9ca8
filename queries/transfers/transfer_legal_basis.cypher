//+ title: {en: Legal basis of transfers, es: Fundamento jurídico de los traslados}
//+ about:
//+   en: "The law on which a transfer rests and the legal form that the sources give it; all transfers where none is named."
//+   es: "La ley en que se funda un traslado y la forma legal que le dan las fuentes; todos los traslados si no se nombra ninguno."
//+ answer: {en: "Transfers with a legal basis or form: {n}.", es: "Traslados con fundamento o forma legal: {n}."}
//+ ask:
//+   en:
//+     - "what was the legal basis of the transfers"
//+     - "(what is|what was|show|give me) the legal (basis|ground|grounds|form) (of|for) {transfer}"
//+     - "(what is|what was) the legal (basis|ground|form) (of|for) the [three|mass|prisoner] transfers [to the united states|to the us]"
//+     - "(what is|what was) the legal (basis|ground|form) of each transfer"
//+     - "(on|under) (which|what) (law|legal basis) (was|were) {transfer} (based|made|carried out)"
//+     - "(on|under) (which|what) (law|legal basis) were the [three|mass|prisoner] transfers (based|made|carried out)"
//+     - "(on|under) (which|what) (law|legal basis) were (they|the people|the prisoners) (transferred|sent|handed over|expelled) (on|in) {transfer}"
//+     - "(on|under) (which|what) (law|legal basis) were (the people|the prisoners|the inmates) (transferred|sent|handed over|expelled)"
//+     - "(was|were) {transfer} (an extradition|an expulsion|extraditions|legal|a legal extradition)"
//+     - "legal (basis|form) of {transfer}"
//+     - "(which|what) law (was used|applied|was applied|covers) (for|in|to) {transfer}"
//+   es:
//+     - "cuál fue el fundamento legal de los traslados"
//+     - "(cuál es|cuál fue|muestra) el fundamento (legal|jurídico) (de|del) {transfer}"
//+     - "(cuál es|cuál fue) (la base legal|la base jurídica|el marco legal|la figura legal|la forma legal) (de|del) {transfer}"
//+     - "(cuál es|cuál fue) (el fundamento legal|el fundamento jurídico|la base legal|la base jurídica|la figura legal) de los [tres] traslados [a estados unidos]"
//+     - "(con|en|bajo) (qué|cuál) (ley|fundamento legal|base legal|fundamento jurídico) se (hizo|realizó|hicieron|realizaron|basó|fundó) {transfer}"
//+     - "(con|en|bajo) (qué|cuál) (ley|fundamento legal|base legal|fundamento jurídico) se (hicieron|realizaron|basaron|fundaron) los [tres] traslados"
//+     - "(con|bajo) qué ley fueron (trasladados|entregados|enviados|expulsados) [los presos|los reos] (el|en) {transfer}"
//+     - "(con|bajo) qué ley fueron (trasladados|entregados|enviados|expulsados) [los presos|los reos]"
//+     - "fue {transfer} una (extradición|expulsión)"
//+     - "(fundamento|base) (legal|jurídico|jurídica) (de|del) {transfer}"
//+ examples: [{}, {transfer: transfer/2025-08-12}]
//+ parameters:
//+   transfer: {type: Transfer, default: null}
//+ columns: {transfer: Transfer, date: text, law: "LegalInstrument[]", legal_form: "text[]", status: "text[]"}
//+ order: [date, transfer]
MATCH (t:Transfer)<-[:SUBJECT]-(c:Claim)
WHERE c.predicate IN ['LEGAL_BASIS', 'legal_form']
  AND c.drawn
WITH t, c
WHERE $transfer IS NULL OR t.id = $transfer
OPTIONAL MATCH (c)-[:OBJECT]->(o:Entity)
RETURN t.id AS transfer_id, t.name AS transfer, t.date AS date,
       CASE WHEN c.predicate = 'LEGAL_BASIS' THEN [o.name] ELSE [] END AS law,
       CASE WHEN c.predicate = 'LEGAL_BASIS' THEN [o.id] ELSE [] END AS law_id,
       CASE WHEN c.predicate = 'legal_form' THEN [c.value] ELSE [] END AS legal_form,
       [c.status] AS status, [c.id] AS claims
