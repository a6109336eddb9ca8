//+ title: {en: "Place of an event", es: "Lugar de un acontecimiento"}
//+ about:
//+   en: "Where sources say that an event happened, and what wider places that lies in."
//+   es: "Dónde dicen las fuentes que ocurrió un acontecimiento, y en qué lugares más amplios queda."
//+ answer: {en: "Places of {event}: {n}.", es: "Lugares de {event}: {n}."}
//+ ask:
//+   en:
//+     - "where did {event} (happen|take place|occur)"
//+     - "where was {event}"
//+     - "[what is|what was] the (place|location) of {event}"
//+     - "(in|at) (which|what) place did {event} (happen|take place|occur)"
//+   es:
//+     - "dónde (fue|ocurrió|sucedió|tuvo lugar|se produjo) {event}"
//+     - "en qué lugar (fue|ocurrió|sucedió|tuvo lugar) {event}"
//+     - "[cuál es|cuál fue] el lugar (de|del) {event}"
//+ examples: [{event: event/arrest-2022-07-15-rafael-caro-quintero}]
//+ parameters:
//+   event: {type: Event, required: true}
//+ columns: {location: Place, within: "Place[]", status: text}
//+ order: [location]
MATCH (e:Entity {id: $event})-[r:OCCURRED_AT]->(x:Entity)
WHERE r.claims IS NOT NULL
RETURN x.id AS location_id, x.name AS location,
       [(x)-[h:PART_OF]->(y) WHERE h.claims IS NOT NULL | y.name] AS within,
       [(x)-[h:PART_OF]->(y) WHERE h.claims IS NOT NULL | y.id] AS within_id,
       r.status AS status,
       r.claims + reduce(found = [], c IN [(x)-[h:PART_OF]->(y) WHERE h.claims IS NOT NULL | h.claims] | found + c) AS claims
