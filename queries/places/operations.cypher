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
//+     place: [turf, territory, area of operation, plaza, presence]
//+     actor -> place: [operate, active, present, run drugs, do business, control, dominate]
//+   es:
//+     place: [territorio, plaza, zona de operación, zona de influencia, presencia, feudo]
//+     actor -> place: [operar, actuar, activo, dominar, controlar, mover droga, tener presencia]
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
MATCH (a:Actor)-[r:OPERATES_IN]->(x:Place)
WHERE r.claims IS NOT NULL AND ($actor IS NULL OR a.id = $actor)
WITH a, r, x
WHERE $place IS NULL OR x.id = $place OR EXISTS { MATCH (x)-[h:PART_OF]->(:Entity {id: $place}) WHERE h.claims IS NOT NULL }
RETURN a.id AS actor_id, a.name AS actor, x.id AS place_id, x.name AS place,
       r.valid AS valid, r.status AS status, r.claims AS claims
