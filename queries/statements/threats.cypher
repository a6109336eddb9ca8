//+ title: {en: "Threats", es: "Amenazas"}
//+ about:
//+   en: "Threats that the sources report, with who made them and against whom. A threat is no deed: the status of the words says so. A person also stands for the administrations that the person heads, a country for its government, an administration for its head while in office."
//+   es: "Amenazas que reportan las fuentes, con quién las hizo y contra quién. Una amenaza no es un hecho: el estado de las palabras lo dice. Una persona vale también por los gobiernos que encabeza, un país por su gobierno, un gobierno por quien lo encabeza mientras ocupa el cargo."
//+ parameters:
//+   by: {type: Entity, default: null}
//+   target: {type: Entity, default: null}
//+   event: {type: Threat, default: null}
//+ columns: {by: "Entity[]", target: "Entity[]", text: text, status: text, date: text, event: Threat}
//+ order: [date, event, text]
//+ together: [by, target]
//+ from: by
//+ to: text
//+ attributes: [date, status]
//+ words:
//+   en:
//+     text: [threat, menace, ultimatum, warning, threats, menacing, threatened action,
//+       threatened measure, warnings, saber-rattling, tariff threat, threatening words, intimidation,
//+       threat made, threats made, retaliation, reprisal, reprisals, retaliatory measure]
//+     target: [threatened party, threatened country]
//+     by -> target: [threaten, menace, warn, intimidate, issue a threat, make a threat, make threats,
//+       threaten with, give an ultimatum, issue an ultimatum, vow to punish, threaten to, bully,
//+       sabre-rattle, retaliate, retaliate against, threaten to use, threaten military action,
//+       threaten tariffs, hang over, dangle]
//+   es:
//+     text: [amenaza, ultimátum, advertencia, amago, amenazas, amagos, intimidación, advertencias,
//+       represalia, represalias, amenaza hecha, amenazas hechas, amenazas lanzadas, chantaje]
//+     target: [amenazado, país amenazado]
//+     by -> target: [amenazar, amagar, advertir, intimidar, hacer amenazas, lanzar amenazas,
//+       lanzar una amenaza, amenazar con, dar un ultimátum, amagar con, poner un ultimátum, meter miedo,
//+       advertir con, tomar represalias, amenazar a, chantajear, apretar, amenazar con usar,
//+       proferir amenazas, soltar amenazas]
//+ says:
//+   en: "{by} threatened {target}: {text}"
//+   es: "{by} amenazó a {target}: {text}"
//+ questions:
//+   en: ["Which threats did the Trump administration make against Mexico?", "Who threatened Mexico?"]
//+   es: ["¿Con qué amenazó Donald Trump a México?", "¿Qué amenazas hubo contra México?"]
//+ examples:
//+   - {by: administration/trump-2, target: place/mexico}
//+   - {by: place/united-states, target: organization/mexican-military}
//+   - {by: person/donald-trump}
//+   - {}
//? event: MATCH (e:Entity {id: $event})
//? by: MATCH (meant:Entity {id: $by}) OPTIONAL MATCH (state:Government) WHERE meant:Country AND state.name ENDS WITH meant.name
//? by: WITH meant, collect(state.id) AS states OPTIONAL MATCH (meant)-[:HEADED_BY|JURISDICTION]-(near:Entity)
//? by: WITH meant.id AS own, states, collect(near.id) AS others UNWIND [own] + states + others AS one
//? by: MATCH (:Entity {id: one})<-[:MADE_BY]-(e:Entity) WITH DISTINCT e
//? target: MATCH (meant:Entity {id: $target}) OPTIONAL MATCH (state:Government) WHERE meant:Country AND state.name ENDS WITH meant.name
//? target: WITH meant, collect(state.id) AS states OPTIONAL MATCH (meant)-[:HEADED_BY|JURISDICTION]-(near:Entity)
//? target: WITH meant.id AS own, states, collect(near.id) AS others UNWIND [own] + states + others AS one
//? target: MATCH (:Entity {id: one})<-[:DIRECTED_AT]-(e:Entity) WITH DISTINCT e
MATCH (e:Threat)
WHERE $event IS NULL OR e.id = $event
CALL (e) {
  MATCH (e)-[:MADE_BY]->(g:Government)
  MATCH (k:Country)
  WHERE g.name ENDS WITH k.name
  RETURN collect(DISTINCT k) AS by_countries
}
CALL (e) {
  MATCH (e)-[:DIRECTED_AT]->(g:Government)
  MATCH (k:Country)
  WHERE g.name ENDS WITH k.name
  RETURN collect(DISTINCT k) AS target_countries
}
WITH e, [(e)-[:MADE_BY]->(x:Entity) | x] + [(e)-[:MADE_BY]->(:Entity)-[:HEADED_BY|JURISDICTION]->(x:Entity) | x]
     + [(e)-[:MADE_BY]->(:Entity)<-[:HEADED_BY]-(x:Entity)<-[:OCCURRED_UNDER]-(e) | x]
     + by_countries AS by,
     [(e)-[:DIRECTED_AT]->(x:Entity) | x] + [(e)-[:DIRECTED_AT]->(:Entity)-[:HEADED_BY|JURISDICTION]->(x:Entity) | x]
     + target_countries AS target
WITH e, by, target
WHERE ($by IS NULL OR any(x IN by WHERE x.id = $by)) AND ($target IS NULL OR any(x IN target WHERE x.id = $target))
OPTIONAL MATCH (e)<-[:SUBJECT]-(t:Claim)
WHERE t.predicate = 'text' AND t.rank <> 'deprecated'
WITH e, by, target, t
MATCH (e)<-[:SUBJECT]-(c:Claim)
WITH e, by, target, t, c
WHERE c.id = t.id OR (c.predicate IN ['date_claimed', 'MADE_BY', 'DIRECTED_AT'] AND c.drawn)
RETURN [x IN by | x.name] AS by, [x IN by | x.id] AS by_id,
       [x IN target | x.name] AS target, [x IN target | x.id] AS target_id,
       t.value AS text, t.status AS status, e.date AS date, e.id AS event_id, e.name AS event, [c.id] AS claims
