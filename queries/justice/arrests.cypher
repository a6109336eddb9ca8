//+ title: {en: Arrests, es: Detenciones}
//+ about:
//+   en: "Who was taken into custody, when and where, by whom, and who was there with the person. An arrest is no finding of guilt."
//+   es: "Quién fue detenido, cuándo y dónde, por quién, y quién estaba con la persona. Una detención no es una declaración de culpa."
//+ parameters:
//+   person: {type: Person, default: null}
//+   event: {type: Arrest, default: null}
//+   place: {type: Place, default: null, about: the place or a larger one around it}
//+   by: {type: Actor, default: null}
//+   companion: {type: Actor, default: null}
//+   period: {type: interval, default: null, about: "it happened, or may have happened, in it"}
//+ columns: {person: Person, event: Arrest, date: text, place: "Place[]", by: "Actor[]", companion: "Actor[]", status: text}
//+ order: [date, person]
//+ from: person
//+ to: event
//+ attributes: [date, place, status]
//+ words:
//+   en:
//+     event: [arrest, capture, detention, apprehension, bust, takedown, collar, capture operation,
//+       manhunt, nabbing, roundup, round-up, arresting, rearrest, recapture, imprisonment date,
//+       apprehending, seizure of the person]
//+     person: [arrested person, captive, detainee, arrestee]
//+     place: [scene, place of arrest, arrest location, location of the arrest, site of the arrest,
//+       place of capture]
//+     companion: [companion, arrive with, together with, accomplice, arrested alongside,
//+       arrested together with, fellow arrestee, arrested with, caught with, captured with,
//+       detained with, seized with, apprehended with, travelling with, traveling with]
//+     by: [captor, arresting officer, arresting agency]
//+     by -> person: [arrest, capture, catch, detain, apprehend, nab, bust, grab, pick up,
//+       take into custody, collar, seize, lock up, pinch, snatch, snag, nail, round up, run in,
//+       put behind bars, lock away, haul in, cuff, handcuff, put in cuffs, jail, throw in jail,
//+       fall into the hands, hunt down, track down, take prisoner, land in jail, take captive, rearrest,
//+       recapture, take away, bring in, corner, overpower, intercept]
//+     person -> place: [be arrested, be caught, be captured, be picked up]
//+   es:
//+     event: [detención, arresto, captura, aprehensión, operativo, caída, redada, cateo, apresamiento,
//+       operativo de captura, detenciones, recaptura, reaprehensión, aseguramiento, encarcelamiento,
//+       momento de la captura]
//+     person: [capturado, arrestado, capturada, aprehendido, apresado]
//+     place: [lugar, lugar de la detención, lugar de captura, lugar del arresto, lugar de la captura]
//+     companion: [acompañante, junto con, llegar con, cómplice detenido, detenido junto con,
//+       detenido con, capturado con, capturado junto con, arrestado con, arrestado junto con,
//+       aprehendido con]
//+     by: [captor, autoridad captora]
//+     by -> person: [detener, arrestar, capturar, aprehender, agarrar, apañar, torcer, atrapar, apresar,
//+       pescar, cachar, meter al bote, entambar, pepenar, trincar, echar el guante, echarle el guante,
//+       echar mano, meter al tambo, meter preso, poner tras las rejas, esposar, arraigar, interceptar,
//+       apergollar, tomar preso, enchiquerar, cayó preso, cayó, recapturar, reaprehender, echar el lazo,
//+       tomar prisionero, poner preso, llevar preso, dar captura]
//+     person -> place: [ser detenido, ser capturado, caer preso]
//+ says:
//+   en: "{person} was arrested on {date}[ in {place}][ by {by}]"
//+   es: "{person} fue detenido el {date}[ en {place}][ por {by}]"
//+ questions:
//+   en: ["Where was El Menchito arrested?", "Which arrests were made in the state of Jalisco?", "Who was arrested with El Mayo?"]
//+   es: ["¿Dónde agarraron al Cuini?", "¿Qué detenciones hubo en 2015?", "¿Qué detenciones hubo en el estado de Sinaloa?"]
//+ examples:
//+   - {place: place/mexico, period: "2025-05"}
//+   - {period: "2015"}
//+   - {place: place/jalisco}
//+   - {person: person/rafael-caro-quintero}
//+   - {companion: person/joaquin-guzman-lopez}
//+   - {person: person/claudia-sheinbaum-pardo}
//+   - {}
//? person: MATCH (p:Entity {id: $person})
//? event: MATCH (e:Entity {id: $event})
//? by: MATCH (:Entity {id: $by})<-[:CONDUCTED_BY]-(e:Entity) WITH DISTINCT e
//? companion: MATCH (:Entity {id: $companion})<-[:INVOLVES]-(e:Entity) WITH DISTINCT e
//? place: MATCH (:Entity {id: $place})<-[:PART_OF*0..1]-(:Entity)<-[:OCCURRED_AT]-(e:Entity) WITH DISTINCT e
MATCH (e:Arrest)-[r:CONCERNS]->(p:Person)
WHERE ($person IS NULL OR p.id = $person) AND ($event IS NULL OR e.id = $event)
WITH e, r, p
WHERE ($place IS NULL OR EXISTS { (e)-[:OCCURRED_AT]->(:Entity {id: $place}) }
    OR EXISTS { (e)-[:OCCURRED_AT]->(:Entity)-[:PART_OF]->(:Entity {id: $place}) })
  AND ($by IS NULL OR EXISTS { (e)-[:CONDUCTED_BY]->(:Entity {id: $by}) })
  AND ($companion IS NULL OR EXISTS { (e)-[:INVOLVES]->(:Entity {id: $companion}) })
  AND ($period_from IS NULL OR e.date_to >= $period_from)
  AND ($period_to IS NULL OR e.date_from <= $period_to)
MATCH (e)<-[:SUBJECT]-(c:Claim)
WITH e, r, p, c
WHERE c.id IN r.claims
   OR (c.predicate IN ['date_claimed', 'OCCURRED_AT', 'CONDUCTED_BY', 'INVOLVES']
     AND c.drawn)
OPTIONAL MATCH (c)-[:OBJECT]->(o:Entity)
RETURN p.id AS person_id, p.name AS person, e.id AS event_id, e.name AS event, e.date AS date, r.status AS status,
       CASE WHEN c.predicate = 'OCCURRED_AT' THEN [o.name] ELSE [] END AS place,
       CASE WHEN c.predicate = 'OCCURRED_AT' THEN [o.id] ELSE [] END AS place_id,
       CASE WHEN c.predicate = 'CONDUCTED_BY' THEN [o.name] ELSE [] END AS by,
       CASE WHEN c.predicate = 'CONDUCTED_BY' THEN [o.id] ELSE [] END AS by_id,
       CASE WHEN c.predicate = 'INVOLVES' THEN [o.name] ELSE [] END AS companion,
       CASE WHEN c.predicate = 'INVOLVES' THEN [o.id] ELSE [] END AS companion_id,
       [c.id] AS claims
