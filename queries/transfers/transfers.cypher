//+ title: {en: Transfers of people between countries, es: Traslados de personas entre países}
//+ about:
//+   en: "The mass transfers, extraditions and other hand-overs of people from one country to another, one row each. `people` is the stated size: the preferred count, else the highest; all counts are in transfer_counts. The mass transfers of 2025 and 2026 were no extraditions by the record."
//+   es: "Los traslados masivos, extradiciones y otras entregas de personas de un país a otro, una fila cada uno. `people` es el tamaño declarado: la cifra preferente o, si no la hay, la más alta; todas las cifras están en transfer_counts. Los traslados masivos de 2025 y 2026 no fueron extradiciones según el registro."
//+ parameters:
//+   transfer: {type: Transfer, default: null}
//+   from_country: {type: Country, default: null, about: the country that hands people over}
//+   to_country: {type: Country, default: null, about: the country that receives them}
//+   by: {type: Actor, default: null}
//+   law: {type: LegalInstrument, default: null}
//+   kind: {type: text, default: null, about: "extradition, expulsion or transfer"}
//+   period: {type: interval, default: null, about: "it happened, or may have happened, in it"}
//+ columns: {transfer: Transfer, date: text, people: integer, kind: text, legal_form: "text[]", law: "LegalInstrument[]", from_country: "Country[]", to_country: "Country[]", by: "Actor[]"}
//+ order: [date, transfer]
//+ from: from_country
//+ to: transfer
//+ attributes: [date, people]
//+ words:
//+   en:
//+     transfer: [transfer, handover, hand-over, delivery, shipment, rendition, surrender,
//+       prisoner transfer, sending, transports, prisoner handover, handing-over, prisoner exchange,
//+       renditions,
//+       {say: [extradition, extradition case, extraditions], with: {kind: extradition}},
//+       {say: [expulsion, deportation, removal, mass transfer, mass handover, mass extradition, batch,
//+         flight, three transfers, three handovers, three flights, 3 transfers, three mass transfers,
//+         mass expulsion, mass deportation, mass sending, group transfer, big transfer, mass hand-over,
//+         planeload, transfers en masse, bulk transfer, bulk handover, group handover,
//+         group extradition, flights of prisoners, prisoner flight, prisoner flights, mass delivery,
//+         mass rendition, en masse transfer, mass handovers, mass transfers], with: {kind: expulsion}}]
//+     people: [size, headcount, number handed over, number of prisoners, head count, total handed over,
//+       number transferred, number of people, number of detainees, number of inmates, number sent,
//+       how big, count of people]
//+     law: [law, under what law, under which law, legal basis, statute, legal ground, law invoked,
//+       legal foundation, legal authority, law used, legal framework, law applied, law cited,
//+       legal provision, legal article, article of law, under what authority,
//+       under which legal authority]
//+     legal_form: [legal form, legal figure, procedure, legally, legal basis form, legal category,
//+       legal mechanism, legal nature, type of transfer, kind of transfer, official form,
//+       procedure used, legal procedure, legal route, under what procedure]
//+     from_country: [sending country, origin]
//+     to_country: [receiving country]
//+     from_country -> transfer: [carry out, hand over, organise, organize, conduct, undertake, arrange]
//+     by: [author]
//+     by -> transfer: [authorise, authorize, oversee, sign off on, order, approve, green-light,
//+       carry out, decide on, direct,
//+       {say: [expel, deport], with: {kind: expulsion}},
//+       {say: [extradite], with: {kind: extradition}}]
//+   es:
//+     transfer: [traslado, entrega, envío, remesa, lote, remisión, envío de presos, remisiones,
//+       {say: [extradición, extradiciones], with: {kind: extradition}},
//+       {say: [expulsión, deportación, traslado masivo, entrega masiva, tanda, vuelo, tres traslados,
//+         tres entregas, 3 traslados, tres envíos, expulsión masiva, envío masivo, entregas masivas,
//+         traslados masivos, traslado en bola, expulsiones, vuelos, tandas, traslado colectivo,
//+         entrega colectiva, entregas en bola, traslado en grupo], with: {kind: expulsion}}]
//+     people: [tamaño, total de entregados, número de personas, número de trasladados,
//+       cantidad de personas, número de reos, cuántos iban, número de presos]
//+     law: [ley, bajo qué ley, con qué ley, en qué ley, base legal, fundamento legal, fundamento,
//+       marco legal, sustento legal, sustento jurídico, fundamento jurídico, base jurídica,
//+       ley aplicada, ley invocada, artículo de la ley, con qué fundamento, con qué base legal,
//+       bajo qué fundamento, norma aplicada]
//+     legal_form: [forma legal, figura legal, figura jurídica, procedimiento, mecanismo legal,
//+       categoría legal, legalmente, formalmente, naturaleza jurídica, forma jurídica, tipo de traslado,
//+       procedimiento legal, vía legal, forma de entrega, bajo qué procedimiento, bajo qué figura,
//+       con qué figura, carácter legal]
//+     from_country: [país que entrega, origen]
//+     to_country: [país receptor, país que recibe]
//+     from_country -> transfer: [realizar, entregar, mandar, enviar, efectuar, llevar a cabo, llevar,
//+       ejecutar el traslado, hacer el traslado, concretar, organizar]
//+     by: [autor]
//+     by -> transfer: [autorizar, ordenar, aprobar, dar luz verde, decidir, disponer, instruir,
//+       {say: [expulsar, deportar], with: {kind: expulsion}},
//+       {say: [extraditar], with: {kind: extradition}}]
//+ says:
//+   en: "{transfer}[: {people} people] on {date}[, from {from_country}][ to {to_country}]"
//+   es: "{transfer}[: {people} personas], {date}[, de {from_country}][ a {to_country}]"
//+ questions:
//+   en: ["List all the transfers of prisoners from Mexico to the United States.", "How many people were sent in the transfer of 2026-01-20?", "Under what law were the 29 expelled?"]
//+   es: ["¿Qué extradiciones hubo de Uruguay a Estados Unidos?", "¿Cuál fue la entrega más grande?", "¿Con qué base legal se hizo el traslado de 2025-08-12?"]
//+ examples:
//+   - {from_country: place/mexico, to_country: place/united-states}
//+   - {}
//+   - {period: "2025"}
//+   - {kind: extradition}
//+   - {transfer: transfer/2026-01-20}
//+   - {from_country: place/uruguay}
//+   - {law: document/national-security-law-of-mexico}
//+   - {by: organization/government-of-mexico}
//? transfer: MATCH (t:Entity {id: $transfer})
//? law: MATCH (:Entity {id: $law})<-[:LEGAL_BASIS]-(t:Entity) WITH DISTINCT t
//? by: MATCH (:Entity {id: $by})<-[:CONDUCTED_BY]-(t:Entity) WITH DISTINCT t
//? from_country: MATCH (:Entity {id: $from_country})<-[:FROM_COUNTRY]-(t:Entity) WITH DISTINCT t
//? to_country: MATCH (:Entity {id: $to_country})<-[:TO_COUNTRY]-(t:Entity) WITH DISTINCT t
MATCH (t:Transfer)<-[:SUBJECT]-(c:Claim)
WHERE c.predicate IN ['date_claimed', 'people_count', 'legal_form', 'LEGAL_BASIS', 'FROM_COUNTRY', 'TO_COUNTRY', 'CONDUCTED_BY']
  AND c.drawn
WITH t, c
WHERE ($transfer IS NULL OR t.id = $transfer)
  AND ($from_country IS NULL OR EXISTS { (t)-[:FROM_COUNTRY]->(:Entity {id: $from_country}) })
  AND ($to_country IS NULL OR EXISTS { (t)-[:TO_COUNTRY]->(:Entity {id: $to_country}) })
  AND ($by IS NULL OR EXISTS { (t)-[:CONDUCTED_BY]->(:Entity {id: $by}) })
  AND ($law IS NULL OR EXISTS { (t)-[:LEGAL_BASIS]->(:Entity {id: $law}) })
  AND ($kind IS NULL OR $kind = CASE WHEN t:Extradition THEN 'extradition' WHEN t:Expulsion THEN 'expulsion' ELSE 'transfer' END)
  AND ($period_from IS NULL OR t.date_to >= $period_from)
  AND ($period_to IS NULL OR t.date_from <= $period_to)
WITH t, collect(c) AS found,
     max(CASE WHEN c.predicate = 'people_count' AND c.value =~ '[0-9]{1,18}' AND c.rank = 'preferred' THEN toInteger(c.value) END) AS preferred,
     max(CASE WHEN c.predicate = 'people_count' AND c.value =~ '[0-9]{1,18}' THEN toInteger(c.value) END) AS highest
UNWIND found AS c
OPTIONAL MATCH (c)-[:OBJECT]->(o:Entity)
RETURN t.id AS transfer_id, t.name AS transfer, t.date AS date, coalesce(preferred, highest) AS people,
       CASE WHEN t:Extradition THEN 'extradition' WHEN t:Expulsion THEN 'expulsion' ELSE 'transfer' END AS kind,
       CASE WHEN c.predicate = 'legal_form' THEN [c.value] ELSE [] END AS legal_form,
       CASE WHEN c.predicate = 'LEGAL_BASIS' THEN [o.name] ELSE [] END AS law,
       CASE WHEN c.predicate = 'LEGAL_BASIS' THEN [o.id] ELSE [] END AS law_id,
       CASE WHEN c.predicate = 'FROM_COUNTRY' THEN [o.name] ELSE [] END AS from_country,
       CASE WHEN c.predicate = 'FROM_COUNTRY' THEN [o.id] ELSE [] END AS from_country_id,
       CASE WHEN c.predicate = 'TO_COUNTRY' THEN [o.name] ELSE [] END AS to_country,
       CASE WHEN c.predicate = 'TO_COUNTRY' THEN [o.id] ELSE [] END AS to_country_id,
       CASE WHEN c.predicate = 'CONDUCTED_BY' THEN [o.name] ELSE [] END AS by,
       CASE WHEN c.predicate = 'CONDUCTED_BY' THEN [o.id] ELSE [] END AS by_id,
       [c.id] AS claims
