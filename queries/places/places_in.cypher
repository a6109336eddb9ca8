//+ title: {en: "Places in a place", es: "Lugares dentro de un lugar"}
//+ about:
//+   en: "The places of the graph that lie in a wider place, as sources say or as follows from them."
//+   es: "Los lugares del grafo que quedan en un lugar más amplio, según dicen las fuentes o se sigue de ellas."
//+ answer: {en: "Places in {place}: {n}.", es: "Lugares en {place}: {n}."}
//+ ask:
//+   en:
//+     - "(which|what) places (are|lie) in {place}"
//+     - "[list|show] [all] [the] places (in|of) {place}"
//+     - "(which|what) places (are part of|belong to) {place}"
//+   es:
//+     - "(qué|cuáles) lugares (hay|están|quedan|se encuentran) en {place}"
//+     - "[lista|enumera|muestra] [los] lugares (de|en) {place}"
//+     - "(qué|cuáles) lugares son parte de {place}"
//+ examples: [{place: place/jalisco}]
//+ parameters:
//+   place: {type: Place, required: true}
//+ columns: {part: Place, kind: "text[]", inferred: boolean}
//+ order: [inferred, part]
MATCH (y:Entity)-[r:PART_OF]->(x:Entity {id: $place})
WHERE r.claims IS NOT NULL
RETURN y.id AS part_id, y.name AS part,
       [label IN labels(y) WHERE label IN ['Country', 'Region', 'City', 'Facility']] AS kind,
       r.inferred AS inferred, r.claims AS claims
