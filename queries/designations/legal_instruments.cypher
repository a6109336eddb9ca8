//+ title: {en: What laws and orders were the basis of, es: De qué fueron base leyes y órdenes}
//+ about:
//+   en: "Transfers, designations, sanctions and measures for which the sources name a law, an order or a treaty as the legal basis, with whom they concern."
//+   es: "Traslados, designaciones, sanciones y medidas para los que las fuentes nombran una ley, una orden o un tratado como base legal, con a quién conciernen."
//+ parameters:
//+   instrument: {type: LegalInstrument, default: null}
//+   event: {type: Event, default: null}
//+   by: {type: Actor, default: null}
//+   concerned: {type: Entity, default: null}
//+ columns: {instrument: LegalInstrument, event: Event, date: text, by: "Actor[]", concerned: "Entity[]", status: text}
//+ order: [instrument, date, event]
//+ from: event
//+ to: instrument
//+ attributes: [date]
//+ words:
//+   en:
//+     instrument: [law, legal basis, statute, executive order, treaty, legal instrument, legal ground,
//+       decree, presidential order, legal text, legislation, statutes, legal rule, legal framework,
//+       legal document, legal foundation, legal authority, act of law, legal norm, legal reason,
//+       legal justification, legal footing, legal provision, federal law, presidential decree,
//+       legal instruments used, under which order, under which executive order, under which orders,
//+       legal order]
//+     instrument -> event: [apply, authorize, authorise, be the basis, justify, underlie, underpin,
//+       serve as the basis, serve as basis, serve as the legal basis, permit, enable, provide for,
//+       invoked for, legalise]
//+     event -> instrument: [rest on, be based, invoke, based on, rest upon, done under, appeal to,
//+       made under, carried out under, draw on, rely on, cite, issued under, made pursuant to,
//+       pursuant to, under the terms of]
//+   es:
//+     instrument: [ley, base legal, fundamento legal, orden ejecutiva, tratado, decreto, legislación,
//+       decretos, mandato legal, norma legal, marco jurídico, fundamento, sustento legal, constitución,
//+       acuerdo legal, documento legal, base jurídica, norma, norma jurídica, instrumento jurídico,
//+       instrumento legal, disposición legal, ordenamiento, ordenamiento jurídico, decreto presidencial,
//+       razón legal, justificación legal, amparo legal, ley federal, orden presidencial, bajo qué orden,
//+       bajo qué orden ejecutiva, con qué orden]
//+     instrument -> event: [aplicar, amparar, autorizar, justificar, sustentar, servir de base,
//+       servir de fundamento, dar sustento, fundar, fundamentar, respaldar, cobijar, dar base, regir,
//+       dar pie, habilitar]
//+     event -> instrument: [fundarse, basarse, invocar, ampararse, apoyarse, fundamentarse, sustentarse,
//+       apoyarse en, hacerse con base, hacerse bajo, ampararse en, echar mano de, basarse en, regirse,
//+       al amparo de, con fundamento en, con base en, conforme a la ley]
//+ says:
//+   en: "{event} rests on {instrument} ({status})"
//+   es: "{event} se funda en {instrument} ({status})"
//+ questions:
//+   en: ["What did the National Security Law of Mexico serve as the basis for?", "Which law was the transfer of 2025-08-12 based on?"]
//+   es: ["¿Qué traslados se fundan en la Ley de Seguridad Nacional?", "¿En qué ley se basó el traslado de 2025-02-27?"]
//+ examples:
//+   - {instrument: document/executive-order-13224}
//+   - {instrument: document/national-security-law-of-mexico}
//+   - {event: transfer/2025-02-27}
//+   - {concerned: person/ricardo-gonzalez-sauceda}
//+   - {}
//? instrument: MATCH (d:Entity {id: $instrument})
//? event: MATCH (e:Entity {id: $event})
//? by: MATCH (:Entity {id: $by})<-[:CONDUCTED_BY|MADE_BY]-(e:Entity) WITH DISTINCT e
//? concerned: MATCH (:Entity {id: $concerned})<-[:CONCERNS]-(e:Entity) WITH DISTINCT e
MATCH (e:Event)-[r:LEGAL_BASIS]->(d:LegalInstrument)
WHERE ($instrument IS NULL OR d.id = $instrument) AND ($event IS NULL OR e.id = $event)
WITH e, r, d
WHERE ($by IS NULL OR EXISTS { (e)-[:CONDUCTED_BY|MADE_BY]->(:Entity {id: $by}) })
  AND ($concerned IS NULL OR EXISTS { (e)-[:CONCERNS]->(:Entity {id: $concerned}) })
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
