//+ title: {en: "Where actors are based", es: "Dónde tienen su sede o base"}
//+ about:
//+   en: "Where sources say that organisations, courts and other actors are based; for one of them, or for a place and all its parts."
//+   es: "Dónde dicen las fuentes que tienen su base organizaciones, tribunales y otros actores; para uno de ellos, o para un lugar y todas sus partes."
//+ answer: {en: "Bases found: {n}.", es: "Bases encontradas: {n}."}
//+ ask:
//+   en:
//+     - "where (is|are|was) {actor} based"
//+     - "where (is|are) {actor} headquartered"
//+     - "where is the base of {actor}"
//+     - "(in|at) (which|what) (country|place|city) is {actor} based"
//+     - "who is based in {place}"
//+     - "(which|what) (organizations|organisations|groups|actors) are based in {place}"
//+   es:
//+     - "dónde (tiene|tienen) su (base|sede) {actor}"
//+     - "dónde está la (base|sede) (de|del) {actor}"
//+     - "en qué (país|lugar|ciudad) tiene su (base|sede) {actor}"
//+     - "quién tiene su (base|sede) en {place}"
//+     - "(qué|cuáles) (organizaciones|grupos) tienen su (base|sede) en {place}"
//+ examples: [{actor: organization/tren-de-aragua}, {place: place/united-states}, {}]
//+ parameters:
//+   actor: {type: Actor, default: null}
//+   place: {type: Place, default: null, about: "or any part of it"}
//+ columns: {who: Actor, location: Place, valid: interval, status: text}
//+ order: [who, location]
MATCH (a:Entity)-[r:BASED_IN]->(x:Entity)
WHERE r.claims IS NOT NULL AND ($actor IS NULL OR a.id = $actor)
WITH a, r, x, [(x)-[h:PART_OF]->(y:Entity {id: $place}) WHERE h.claims IS NOT NULL | h.claims] AS chain
WHERE $place IS NULL OR x.id = $place OR size(chain) > 0
RETURN a.id AS who_id, a.name AS who, x.id AS location_id, x.name AS location,
       r.valid AS valid, r.status AS status,
       r.claims + reduce(found = [], c IN chain | found + c) AS claims
