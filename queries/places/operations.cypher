//+ title: {en: "Where actors operate", es: "Dónde operan"}
//+ about:
//+   en: "Where sources say that people and organisations operate, with the status; an allegation stays an allegation. For one of them, or for a place and all its parts."
//+   es: "Dónde dicen las fuentes que operan personas y organizaciones, con el estado; una acusación sigue siendo una acusación. Para una de ellas, o para un lugar y todas sus partes."
//+ answer: {en: "Areas of operation found: {n}.", es: "Zonas de operación encontradas: {n}."}
//+ ask:
//+   en:
//+     - "where (does|do|did) {actor} operate"
//+     - "(in|at) (which|what) (country|countries|place|places|states|cities|areas) (does|do|did) {actor} operate"
//+     - "where (is|was|are) {actor} active"
//+     - "who (operates|operated|is active) in {place}"
//+   es:
//+     - "dónde (opera|operan|operaba|actúa|actuaba) {actor}"
//+     - "en qué (país|países|lugar|lugares|estados|ciudades|zonas) (opera|operan|operaba) {actor}"
//+     - "quién (opera|operaba|actúa) en {place}"
//+     - "quiénes (operan|operaban|actúan) en {place}"
//+ examples: [{actor: person/lucio-hernandez-lechuga}, {place: place/mexico}, {}]
//+ parameters:
//+   actor: {type: Actor, default: null}
//+   place: {type: Place, default: null, about: "or any part of it"}
//+ columns: {who: Actor, location: Place, valid: interval, status: text}
//+ order: [who, location]
MATCH (a:Entity)-[r:OPERATES_IN]->(x:Entity)
WHERE r.claims IS NOT NULL AND ($actor IS NULL OR a.id = $actor)
WITH a, r, x, [(x)-[h:PART_OF]->(y:Entity {id: $place}) WHERE h.claims IS NOT NULL | h.claims] AS chain
WHERE $place IS NULL OR x.id = $place OR size(chain) > 0
RETURN a.id AS who_id, a.name AS who, x.id AS location_id, x.name AS location,
       r.valid AS valid, r.status AS status,
       r.claims + reduce(found = [], c IN chain | found + c) AS claims
