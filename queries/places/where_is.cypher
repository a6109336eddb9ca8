//+ title: {en: "Where a place lies", es: "Dónde queda un lugar"}
//+ about:
//+   en: "The wider places (municipality, state, country) that a place lies in, as sources say or as follows from them."
//+   es: "Los lugares más amplios (municipio, estado, país) en que queda un lugar, según dicen las fuentes o se sigue de ellas."
//+ answer: {en: "Places that {place} lies in: {n}.", es: "Lugares en que queda {place}: {n}."}
//+ ask:
//+   en:
//+     - "where is {place} [located]"
//+     - "where does {place} lie"
//+     - "in (which|what) (country|state|region|place) (is|lies) {place} [located]"
//+     - "what is {place} [a] part of"
//+   es:
//+     - "dónde (está|queda|se encuentra|se ubica) {place}"
//+     - "en qué (país|estado|región|lugar) (está|queda|se encuentra|se ubica) {place}"
//+     - "de qué (país|estado|región) es parte {place}"
//+ examples: [{place: place/naranjo-de-chila}]
//+ parameters:
//+   place: {type: Place, required: true}
//+ columns: {within: Place, kind: "text[]", inferred: boolean}
//+ order: [inferred, within]
MATCH (x:Entity {id: $place})-[r:PART_OF]->(y:Entity)
WHERE r.claims IS NOT NULL
RETURN y.id AS within_id, y.name AS within,
       [label IN labels(y) WHERE label IN ['Country', 'Region', 'City', 'Facility']] AS kind,
       r.inferred AS inferred, r.claims AS claims
