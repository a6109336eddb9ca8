//+ title: {en: "Places in places", es: "Lugares dentro de lugares"}
//+ about:
//+   en: "Which place lies in which wider place (municipality, state, country), as sources say or as follows from them; with the kind of the smaller one."
//+   es: "Qué lugar queda dentro de qué lugar mayor (municipio, estado, país), como dicen las fuentes o se sigue de ellas; con el tipo del menor."
//+ parameters:
//+   part: {type: Place, default: null}
//+   place: {type: Place, default: null}
//+ columns: {part: Place, place: Place, kind: "text[]", inferred: boolean}
//+ order: [place, inferred, part]
//+ from: place
//+ to: part
//+ attributes: [kind]
//+ words:
//+   en:
//+     part: [municipality, subdivision, neighbourhood, neighborhood, county, borough, village]
//+     part -> place: [situated, located, lie, lies in]
//+   es:
//+     part: [municipio, localidad, colonia, municipios, ranchería, comunidad]
//+     part -> place: [quedar, situado, localizado, ubicarse]
//+ says:
//+   en: "{part} lies in {place}"
//+   es: "{part} queda en {place}"
//+ questions:
//+   en: ["Which cities lie in Jalisco?", "Where is Naranjo de Chila located?"]
//+   es: ["¿Qué ciudades quedan en Jalisco?", "¿Dónde queda Naranjo de Chila?"]
//+ examples:
//+   - {place: place/jalisco}
//+   - {part: place/naranjo-de-chila}
//+   - {part: place/zapopan, place: place/mexico}
//? part: MATCH (y:Entity {id: $part})
//? place: MATCH (x:Entity {id: $place})
MATCH (y:Place)-[r:PART_OF]->(x:Place)
WHERE r.claims IS NOT NULL AND ($part IS NULL OR y.id = $part) AND ($place IS NULL OR x.id = $place)
RETURN y.id AS part_id, y.name AS part, x.id AS place_id, x.name AS place,
       [label IN labels(y) WHERE label IN ['Country', 'Region', 'City', 'Facility']] AS kind,
       r.inferred AS inferred, r.claims AS claims
