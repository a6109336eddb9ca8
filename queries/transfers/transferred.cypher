//+ title: {en: People handed over to another country, es: Personas entregadas a otro país}
//+ about:
//+   en: "Who was on which transfer or extradition, with date, countries and the place where the sources say the person was taken. Being on the list is no proof of any offence or membership."
//+   es: "Quién iba en qué traslado o extradición, con fecha, países y el lugar al que, según las fuentes, se llevó a la persona. Estar en la lista no prueba delito ni pertenencia alguna."
//+ parameters:
//+   transfer: {type: Transfer, default: null}
//+   person: {type: Person, default: null}
//+   from_country: {type: Country, default: null, about: the country that hands people over}
//+   to_country: {type: Country, default: null, about: the country that receives them}
//+   destination: {type: Place, default: null, about: the place or a larger one around it}
//+   kind: {type: text, default: null, about: "extradition, expulsion or transfer"}
//+   period: {type: interval, default: null, about: "it happened, or may have happened, in it"}
//+ columns: {person: Person, transfer: Transfer, date: text, kind: text, destination: "Place[]", from_country: "Country[]", to_country: "Country[]", statuses: "text[]"}
//+ order: [date, transfer, person]
//+ from: transfer
//+ to: person
//+ attributes: [date, destination]
//+ words:
//+   en:
//+     person: [person handed over, transferred person, passenger, extraditee, deportee, people sent,
//+       people handed over, people transferred, people extradited, prisoner sent, transferee,
//+       transferred prisoner, handed-over person, transferred man, transferred people,
//+       transferred inmate, those sent, those handed over, those transferred, prisoners handed over,
//+       prisoners transferred, inmates handed over, inmates transferred, detainees sent, capos sent,
//+       capos handed over, those on board, men handed over, people flown,
//+       {say: [extradited person, extradited people], with: {kind: extradition}},
//+       {say: [expelled person, expelled people], with: {kind: expulsion}}]
//+     transfer: [transfer, handover, hand-over, delivery, batch, flight, shipment, rendition, surrender,
//+       prisoner transfer, planeload, convoy, consignment, tranche, transfer flight, handing over,
//+       dispatch, transfer list, prisoner list, list of transferees, list of prisoners,
//+       list of those sent, list of those handed over, cohort, contingent, group sent,
//+       group handed over, wave, round of transfers, list,
//+       {say: [extradition], with: {kind: extradition}},
//+       {say: [expulsion, deportation, mass transfer], with: {kind: expulsion}}]
//+     destination: [destination, city]
//+     transfer -> person: [carry, include, have on board, have aboard, contain, comprise]
//+     person -> transfer: [transfer, come over, come in, come on, come with, hand over, turn over, send, send over, ship, ship off, fly,
//+       deliver, surrender, give up, render, put on a plane, haul off, on board, board, travel,
//+       travel on, leave on, go out on, fly on, fly out, airlift, cart off, ship out, ship over,
//+       ship north, pack off, hand off, put aboard, put on the plane, put on a flight, load onto,
//+       hustle onto, remit, relocate, dispatch, whisk away, sent stateside, sent up north, sent north,
//+       send away, turn in, transport, on the plane, on that plane, on the flight, on the list,
//+       on the list of, in the batch, in the group, on the transfer list, among those sent,
//+       among those handed over, make the list, ride on, ride, put on board, usher onto, march onto,
//+       {say: [extradite, ship under extradition], with: {kind: extradition}},
//+       {say: [expel, deport, kick out, boot, banish, oust, throw out,
//+         toss out], with: {kind: expulsion}}]
//+     person -> destination: [fly to, take to, go to, land in, end up in, fly, fly into, land at, land,
//+       arrive in, arrive at, wind up in, wound up in, head to, head for, deliver to, ship to,
//+       transport to, touch down in, touch down, disembark, bound for, set down, reach, get to]
//+     from_country -> person: [hand over, hand him over, hand her over, hand them over, turn him over,
//+       turn them over, send him over, send them over, give him up, extradite, send, give up, turn over,
//+       deliver, surrender, ship, expel, release to]
//+     to_country -> person: [receive, take in, accept, hold of, take delivery]
//+   es:
//+     person: [trasladado, entregado, pasajero, extraditado, expulsado, deportado, enviado,
//+       reo trasladado, preso entregado, reo entregado, los entregados, los trasladados, los enviados,
//+       reos enviados, presos enviados, presos trasladados, internos trasladados, capos entregados,
//+       capos enviados, capos trasladados, personas trasladadas, personas enviadas, personas entregadas]
//+     transfer: [traslado, entrega, envío, vuelo, remesa, lote, tanda, avionazo, cargamento, oleada,
//+       convoy, embarque, lista de trasladados, lista de entregados, lista de enviados,
//+       lista de extraditados, contingente, grupo enviado, grupo entregado, ronda de traslados, ronda,
//+       lista,
//+       {say: [extradición], with: {kind: extradition}},
//+       {say: [expulsión, deportación, traslado masivo, entrega masiva,
//+         envío masivo], with: {kind: expulsion}}]
//+     destination: [destino, ciudad]
//+     transfer -> person: [incluir, traer, contener, abarcar]
//+     person -> transfer: [trasladar, entregar, enviar, mandar, despachar, subir al avión,
//+       mandar pal gabacho, mandar al gabacho, mandar al otro lado, ir en, caer en, viajar, se fue,
//+       se fueron, ir a bordo, abordar, subir, treparon, subir a un avión, treparse al avión, llevarse,
//+       se lo llevaron, se la llevaron, se los llevaron, llevarse al gabacho, mandar pa,
//+       mandar pal norte, mandar al norte, mandar a los gringos, entregar a los gringos, remitir,
//+       transferir, embarcar, exportar, tocarle irse, le tocó, les tocó, le tocó irse,
//+       aventar al otro lado, poner en manos, poner a disposición, dar a los gringos, sacar del país,
//+       iba, en el avión, en ese avión, en el vuelo, en la lista, aparecer en la lista,
//+       venir en la lista, venir en la lista de, salir en la lista, formar parte del grupo,
//+       ir en la lista, ir en el grupo, montar en el avión,
//+       {say: [extraditar, dar en extradición], with: {kind: extradition}},
//+       {say: [expulsar, deportar, correr del país, botar, echar del país,
//+         sacar a patadas], with: {kind: expulsion}}]
//+     person -> destination: [llevar a, mandar a, ir a, aterrizar, llegar a, parar en, arribar,
//+       arribar a, volar, volar a, ir a parar, ir a dar, fue a dar, fueron a dar, enviar a, trasladar a,
//+       quedar a disposición, descender, bajar en, desembarcar, acabar en, terminar en, tocar tierra]
//+     from_country -> person: [entregar, extraditar, mandar, soltar, enviar, despachar, expulsar, ceder,
//+       poner a disposición]
//+     to_country -> person: [recibir, acoger, aceptar, quedarse con]
//+ says:
//+   en: "{person} was on {transfer}, {date}[, taken to {destination}]"
//+   es: "{person} fue en {transfer}, {date}[, con destino a {destination}]"
//+ questions:
//+   en: ["Who was transferred on 2025-08-12?", "On what date was Rafael Caro Quintero transferred to the United States?", "Who was flown to San Diego?"]
//+   es: ["¿Quiénes fueron trasladados el 20 de enero de 2026?", "¿Cuándo mandaron a La Tuta pal gabacho?", "¿A quiénes llevaron a Nueva York en los traslados?"]
//+ examples:
//+   - {transfer: transfer/2025-08-12}
//+   - {transfer: transfer/2026-01-20}
//+   - {transfer: event/extradition-2020-02-ruben-oseguera-gonzalez}
//+   - {person: person/rafael-caro-quintero}
//+   - {person: person/gerardo-gonzalez-valencia, to_country: place/united-states}
//+   - {destination: place/san-diego}
//+   - {period: "2020"}
//+   - {from_country: place/uruguay}
//+   - {kind: extradition}
//+   - {}
//? person: MATCH (p:Entity {id: $person})
//? transfer: MATCH (t:Entity {id: $transfer})
//? destination: MATCH (:Entity {id: $destination})<-[:PART_OF*0..1]-(:Entity)<-[:DESTINATION]-(p:Entity) WITH DISTINCT p
//? from_country: MATCH (:Entity {id: $from_country})<-[:FROM_COUNTRY]-(t:Entity) WITH DISTINCT t
//? to_country: MATCH (:Entity {id: $to_country})<-[:TO_COUNTRY]-(t:Entity) WITH DISTINCT t
MATCH (p:Person)-[r:TRANSFERRED_IN]->(t:Transfer)
WHERE ($person IS NULL OR p.id = $person) AND ($transfer IS NULL OR t.id = $transfer)
WITH p, r, t
WHERE ($from_country IS NULL OR EXISTS { (t)-[:FROM_COUNTRY]->(:Entity {id: $from_country}) })
  AND ($to_country IS NULL OR EXISTS { (t)-[:TO_COUNTRY]->(:Entity {id: $to_country}) })
  AND ($destination IS NULL OR EXISTS { (p)-[:DESTINATION]->(:Entity {id: $destination}) }
    OR EXISTS { (p)-[:DESTINATION]->(:Entity)-[:PART_OF]->(:Entity {id: $destination}) })
  AND ($kind IS NULL OR $kind = CASE WHEN t:Extradition THEN 'extradition' WHEN t:Expulsion THEN 'expulsion' ELSE 'transfer' END)
  AND ($period_from IS NULL OR t.date_to >= $period_from)
  AND ($period_to IS NULL OR t.date_from <= $period_to)
OPTIONAL MATCH (t)<-[:SUBJECT]-(c:Claim)
WHERE c.predicate IN ['date_claimed', 'FROM_COUNTRY', 'TO_COUNTRY']
  AND c.drawn
OPTIONAL MATCH (c)-[:OBJECT]->(o:Entity)
RETURN p.id AS person_id, p.name AS person, t.id AS transfer_id, t.name AS transfer, t.date AS date,
       CASE WHEN t:Extradition THEN 'extradition' WHEN t:Expulsion THEN 'expulsion' ELSE 'transfer' END AS kind,
       [] AS destination, [] AS destination_id,
       CASE WHEN c.predicate = 'FROM_COUNTRY' THEN [o.name] ELSE [] END AS from_country,
       CASE WHEN c.predicate = 'FROM_COUNTRY' THEN [o.id] ELSE [] END AS from_country_id,
       CASE WHEN c.predicate = 'TO_COUNTRY' THEN [o.name] ELSE [] END AS to_country,
       CASE WHEN c.predicate = 'TO_COUNTRY' THEN [o.id] ELSE [] END AS to_country_id,
       r.statuses AS statuses,
       CASE WHEN c IS NULL THEN r.claims ELSE r.claims + [c.id] END AS claims
UNION ALL
//? person: MATCH (p:Entity {id: $person})
//? transfer: MATCH (t:Entity {id: $transfer})
//? destination: MATCH (:Entity {id: $destination})<-[:PART_OF*0..1]-(:Entity)<-[:DESTINATION]-(p:Entity) WITH DISTINCT p
//? from_country: MATCH (:Entity {id: $from_country})<-[:FROM_COUNTRY]-(t:Entity) WITH DISTINCT t
//? to_country: MATCH (:Entity {id: $to_country})<-[:TO_COUNTRY]-(t:Entity) WITH DISTINCT t
MATCH (p:Person)-[r:TRANSFERRED_IN]->(t:Transfer)
WHERE ($person IS NULL OR p.id = $person) AND ($transfer IS NULL OR t.id = $transfer)
WITH p, r, t
WHERE ($from_country IS NULL OR EXISTS { (t)-[:FROM_COUNTRY]->(:Entity {id: $from_country}) })
  AND ($to_country IS NULL OR EXISTS { (t)-[:TO_COUNTRY]->(:Entity {id: $to_country}) })
  AND ($destination IS NULL OR EXISTS { (p)-[:DESTINATION]->(:Entity {id: $destination}) }
    OR EXISTS { (p)-[:DESTINATION]->(:Entity)-[:PART_OF]->(:Entity {id: $destination}) })
  AND ($kind IS NULL OR $kind = CASE WHEN t:Extradition THEN 'extradition' WHEN t:Expulsion THEN 'expulsion' ELSE 'transfer' END)
  AND ($period_from IS NULL OR t.date_to >= $period_from)
  AND ($period_to IS NULL OR t.date_from <= $period_to)
MATCH (p)<-[:SUBJECT]-(c:Claim)
WHERE c.predicate = 'DESTINATION' AND c.drawn
MATCH (c)-[:OBJECT]->(o:Entity)
RETURN p.id AS person_id, p.name AS person, t.id AS transfer_id, t.name AS transfer, t.date AS date,
       CASE WHEN t:Extradition THEN 'extradition' WHEN t:Expulsion THEN 'expulsion' ELSE 'transfer' END AS kind,
       [o.name] AS destination, [o.id] AS destination_id, [] AS from_country, [] AS from_country_id,
       [] AS to_country, [] AS to_country_id, r.statuses AS statuses, [c.id] AS claims
