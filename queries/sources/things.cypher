//+ title: {en: "Things that are known", es: "Cosas que se conocen"}
//+ about:
//+   en: "Everything that some claim is about, with its kinds."
//+   es: "Todo aquello sobre lo que hay alguna afirmación, con sus tipos."
//+ parameters:
//+   thing: {type: Entity, default: null}
//+   kind: {type: text, default: null, about: "a class, as Cartel or City"}
//+ columns: {thing: Entity, kind: "text[]"}
//+ order: [thing]
//+ from: thing
//+ to: thing
//+ attributes: [kind]
//+ says:
//+   en: "{thing} is known ({kind})"
//+   es: "Se conoce {thing} ({kind})"
//+ questions:
//+   en: ["List the cartels.", "Which courts are there?"]
//+   es: ["Lista de cárteles", "¿Qué tribunales hay?"]
//+ examples:
//+   - {kind: Cartel}
//+   - {kind: Court}
//+   - {thing: person/rosa-a}
//? thing: MATCH (x:Entity {id: $thing})
MATCH (x:Entity)<-[:SUBJECT|OBJECT]-(c:Claim)
WHERE $thing IS NULL OR x.id = $thing
WITH x, [label IN labels(x) WHERE label <> 'Entity' AND NOT label CONTAINS '_'] AS kind, collect(DISTINCT c.id) AS claims
WHERE $kind IS NULL OR $kind IN kind
RETURN x.id AS thing_id, x.name AS thing, kind, claims
