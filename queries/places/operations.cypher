//+ title: {en: "Where actors operate", es: "Dónde operan"}
//+ about:
//+   en: "Where sources say that people and organisations operate, with the status; an allegation stays an allegation. A place stands for its parts, too."
//+   es: "Dónde dicen las fuentes que operan personas y organizaciones, con el estado; una acusación sigue siendo una acusación. Un lugar vale también por sus partes."
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
//+     place: [turf, territory, area of operation, plaza, presence, territories, operating area,
//+       area of influence, zone of influence, region of operation, territory controlled,
//+       stomping ground, sphere of influence, area controlled, foothold, footprint, zones of operation,
//+       areas of operation, areas of influence, operational area, theater of operations, plazas,
//+       hunting ground, regions of operation]
//+     actor -> place: [operate, active, run drugs, do business, dominate, have a presence,
//+       have presence, have operations, run operations, hold sway, hold territory, hold turf,
//+       do its business, run the plaza, have a foothold, control territory, control turf,
//+       have territory, carry out operations, work in, run, control, have influence in, move in,
//+       carry on business, do business in, rule in]
//+   es:
//+     place: [territorio, plaza, zona de operación, zona de influencia, presencia, feudo,
//+       región de operación, área de influencia, plazas, territorios, zona de control,
//+       zona de presencia, zonas de operación, zonas de influencia, áreas de influencia, terreno,
//+       zona controlada, zona donde opera, presencia territorial, lugares donde opera]
//+     actor -> place: [operar, activo, dominar, controlar, mover droga, tener presencia, tener control,
//+       tener dominio, tener territorio, mandar en la plaza, tener la plaza, controlar la plaza,
//+       moverse en, andar operando, tener operaciones, tener influencia, hacer negocio,
//+       trabajar la plaza, rifar, tener base de operaciones, tener gente en, tener negocio en,
//+       manejar la plaza, traer la plaza, mover mercancía, trabajar en la zona, mandar en]
//+ says:
//+   en: "{actor} is said to operate in {place} ({status})"
//+   es: "Se dice que {actor} opera en {place} ({status})"
//+ questions:
//+   en: ["Where does Lucio Hernández Lechuga operate?", "Who operates in Mexico?"]
//+   es: ["¿Dónde opera Lucio Hernández Lechuga?", "¿Quién opera en México?"]
//+ examples:
//+   - {actor: person/lucio-hernandez-lechuga}
//+   - {place: place/mexico}
//+   - {}
//? actor: MATCH (a:Entity {id: $actor})
//? place: MATCH (:Entity {id: $place})<-[:PART_OF*0..1]-(x:Entity) WITH DISTINCT x
MATCH (a:Actor)-[r:OPERATES_IN]->(x:Place)
WHERE r.claims IS NOT NULL AND ($actor IS NULL OR a.id = $actor)
WITH a, r, x
WHERE $place IS NULL OR x.id = $place OR EXISTS { MATCH (x)-[h:PART_OF]->(:Entity {id: $place}) WHERE h.claims IS NOT NULL }
RETURN a.id AS actor_id, a.name AS actor, x.id AS place_id, x.name AS place,
       r.valid AS valid, r.status AS status, r.claims AS claims
