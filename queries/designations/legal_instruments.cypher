//+ title: {en: "What rests on a legal instrument", es: "Qué se apoya en un instrumento legal"}
//+ about:
//+   en: "Transfers, designations, sanctions and measures for which the sources name a law, an order or a treaty as the legal basis, with whom they concern."
//+   es: "Traslados, designaciones, sanciones y medidas para los que las fuentes nombran una ley, una orden o un tratado como base legal, con a quién conciernen."
//+ answer: {en: "Acts with a legal basis: {n}.", es: "Actos con base legal: {n}."}
//+ ask:
//+   en:
//+     - "what was done under {instrument}"
//+     - "(what|which acts|which measures|which events) (rests|rest|is based|are based|was based|were based) on {instrument}"
//+     - "what is {instrument} the [legal] basis (of|for)"
//+     - "for what was {instrument} used"
//+     - "what was {instrument} used for"
//+     - "acts under {instrument}"
//+     - "(which|what) (legal instruments|laws and orders) (are there|are known|were used|are named)"
//+     - "[list|show] [all] [the] (legal instruments|legal bases)"
//+   es:
//+     - "qué se hizo (bajo|con base en|al amparo de|en aplicación de|conforme a) {instrument}"
//+     - "qué (se basa|se apoya|se basó|se apoyó) en {instrument}"
//+     - "de qué es base legal {instrument}"
//+     - "para qué se usó {instrument}"
//+     - "actos (bajo|con base en|al amparo de) {instrument}"
//+     - "qué instrumentos legales (hay|se usaron|se nombran)"
//+     - "[lista de] [los] instrumentos legales"
//+ examples: [{instrument: document/executive-order-13224}, {instrument: document/national-security-law-of-mexico}, {}]
//+ parameters:
//+   instrument: {type: LegalInstrument, default: null}
//+ columns: {instrument: LegalInstrument, event: Event, date: text, by: "Actor[]", concerned: "Entity[]", status: text}
//+ order: [instrument, date, event]
MATCH (e:Event)-[r:LEGAL_BASIS]->(d:LegalInstrument)
WHERE $instrument IS NULL OR d.id = $instrument
MATCH (e)<-[:SUBJECT]-(c:Claim)
WITH e, r, d, c
WHERE c.id IN r.claims OR (c.predicate IN ['date_claimed', 'CONDUCTED_BY', 'MADE_BY', 'CONCERNS']
  AND c.drawn)
OPTIONAL MATCH (c)-[:OBJECT]->(o:Entity)
RETURN d.id AS instrument_id, d.name AS instrument, e.id AS event_id, e.name AS event, e.date AS date,
       CASE WHEN c.predicate IN ['CONDUCTED_BY', 'MADE_BY'] THEN [o.name] ELSE [] END AS by,
       CASE WHEN c.predicate IN ['CONDUCTED_BY', 'MADE_BY'] THEN [o.id] ELSE [] END AS by_id,
       CASE WHEN c.predicate = 'CONCERNS' THEN [o.name] ELSE [] END AS concerned,
       CASE WHEN c.predicate = 'CONCERNS' THEN [o.id] ELSE [] END AS concerned_id,
       r.status AS status, [c.id] AS claims
