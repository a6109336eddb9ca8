//+ title: {en: "Where actors are based", es: "Dónde tienen su sede o base"}
//+ about:
//+   en: "Where sources say that people, organisations, courts and other actors are based; a place stands for its parts, too."
//+   es: "Dónde dicen las fuentes que tienen su base personas, organizaciones, tribunales y otros actores; un lugar vale también por sus partes."
//+ parameters:
//+   actor: {type: Actor, default: null}
//+   place: {type: Place, default: null, about: "or any part of it"}
//+ columns: {actor: Actor, place: Place, valid: interval, status: text}
//+ order: [actor, place, valid]
//+ from: actor
//+ to: place
//+ attributes: [valid, status]
//+ words:
//+   en:
//+     place: [base, headquarter, HQ, stronghold, home base, hub, bastion, headquarters, power base,
//+       operating base, main base, home turf, bases, nerve center, nerve centre, base of operation,
//+       base of operations, seat, home city, home state, headquarters city, strongholds]
//+     actor -> place: [based, headquartered, hail from, dwell, have its headquarters, have its base,
//+       have its seat, operate out of, set up shop, operate from, have headquarters, have a base]
//+   es:
//+     place: [base, sede, cuartel, cuartel general, bastión, centro de operaciones, base de operaciones,
//+       sedes, centro de mando, cuartel de operaciones, oficina central, guarida, bases, base principal,
//+       sede principal, bastiones, feudos, cuna del cártel, estado de origen]
//+     actor -> place: [basado, asentado, radicado, tener su base, tener su sede, tener base, tener sede,
//+       establecer su base, instalarse, despachar desde, tener su cuartel, tener cuartel, operar desde,
//+       ubicarse en, tener la base]
//+ says:
//+   en: "{actor} is based in {place} ({status})"
//+   es: "{actor} tiene su base en {place} ({status})"
//+ questions:
//+   en: ["Where is the Tren de Aragua based?", "Which organisations are based in the United States?"]
//+   es: ["¿Dónde tiene su base el Tren de Aragua?", "¿Qué organizaciones tienen su sede en Estados Unidos?"]
//+ examples:
//+   - {actor: organization/tren-de-aragua}
//+   - {place: place/united-states}
//+   - {}
//? actor: MATCH (a:Entity {id: $actor})
//? place: MATCH (:Entity {id: $place})<-[:PART_OF*0..1]-(x:Entity) WITH DISTINCT x
MATCH (a:Actor)-[r:BASED_IN]->(x:Place)
WHERE r.claims IS NOT NULL AND ($actor IS NULL OR a.id = $actor)
WITH a, r, x
WHERE $place IS NULL OR x.id = $place OR EXISTS { MATCH (x)-[h:PART_OF]->(:Entity {id: $place}) WHERE h.claims IS NOT NULL }
RETURN a.id AS actor_id, a.name AS actor, x.id AS place_id, x.name AS place,
       r.valid AS valid, r.status AS status, r.claims AS claims
