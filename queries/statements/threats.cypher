//+ title: {en: "Threats", es: "Amenazas"}
//+ about:
//+   en: "Threats that the sources report, with who made them and against whom, by either or both. A threat is no deed: the status of the words says so."
//+   es: "Amenazas que refieren las fuentes, con quién las hizo y contra quién, por uno u otro o ambos. Una amenaza no es un acto: lo dice el estado de las palabras."
//+ answer: {en: "Threats found; a threat is no deed: {n}.", es: "Amenazas encontradas; una amenaza no es un acto: {n}."}
//+ ask:
//+   en:
//+     - "(which|what) threats (did|has) {actor} (make|made|issue|issued|voice) [against {target}|to {target}|towards {target}|at {target}]"
//+     - "(which|what) threats (were made|have been made|are there|were there) [against {target}|by {actor}]"
//+     - "(which|what) threats (were made|have been made) by {actor} (against|towards) {target}"
//+     - "(what|with what) did {actor} threaten {target} [with]"
//+     - "what did {actor} threaten [to do]"
//+     - "how (did|does|has) {actor} (threaten|threatened) {target}"
//+     - "(did|has) {actor} (threaten|threatened) {target}"
//+     - "who (threatened|threatens|has threatened) {target}"
//+     - "[list|show] [all] [the] threats [by {actor}|of {actor}|from {actor}]"
//+     - "[list|show] [all] [the] threats against {target}"
//+     - "[list|show] [all] [the] threats (by|of|from) {actor} (against|to|towards) {target}"
//+     - "{actor}'s threats [against {target}|to {target}|towards {target}]"
//+   es:
//+     - "(qué|cuáles) amenazas (hizo|ha hecho|lanzó|profirió|hicieron) {actor} [contra {target}|a {target}]"
//+     - "(qué|cuáles) amenazas (hay|hubo|se hicieron|existen) [contra {target}|de {actor}]"
//+     - "(con qué|cómo|qué) (amenazó|ha amenazado|amenaza) {actor} (a|al) {target}"
//+     - "(con qué|cómo|qué) (amenazó|ha amenazado|amenaza) {actor}"
//+     - "(amenazó|ha amenazado) {actor} (a|al) {target}"
//+     - "(quién|quiénes) (amenazó|amenazaron|amenaza|ha amenazado) (a|al) {target}"
//+     - "[lista de] [las] amenazas [de {actor}|del {actor}]"
//+     - "[lista de] [las] amenazas (contra|a) {target}"
//+     - "[lista de] [las] amenazas (de|del) {actor} (contra|a) {target}"
//+ examples: [{actor: administration/trump-2, target: place/mexico}, {actor: place/united-states, target: organization/mexican-military}, {actor: person/donald-trump}, {actor: administration/trump-1}, {}]
//+ parameters:
//+   actor: {type: Entity, default: null, about: "who made it; a person also stands for the administrations that the person heads, a country for its government, an administration for its head while in office"}
//+   target: {type: Entity, default: null, about: "whom it is directed at; a country also stands for its government"}
//+ columns: {text: text, status: text, made_by: "Actor[]", target: "Entity[]", event: Threat, date: text}
//+ order: [date, event, text]
MATCH (e:Threat)
WHERE ($actor IS NULL OR EXISTS { (e)-[:MADE_BY]->(:Entity {id: $actor}) }
    OR EXISTS { (e)-[:MADE_BY]->(:Entity)-[:HEADED_BY|JURISDICTION]->(:Entity {id: $actor}) }
    OR EXISTS { (e)-[:MADE_BY]->(:Entity)<-[:HEADED_BY]-(:Entity {id: $actor})<-[:OCCURRED_UNDER]-(e) }
    OR EXISTS { MATCH (e)-[:MADE_BY]->(g:Government) MATCH (k:Entity {id: $actor})
      WHERE k:Country AND g.name ENDS WITH k.name })
  AND ($target IS NULL OR EXISTS { (e)-[:DIRECTED_AT]->(:Entity {id: $target}) }
    OR EXISTS { (e)-[:DIRECTED_AT]->(:Entity)-[:HEADED_BY|JURISDICTION]->(:Entity {id: $target}) }
    OR EXISTS { MATCH (e)-[:DIRECTED_AT]->(g:Government) MATCH (k:Entity {id: $target})
      WHERE k:Country AND g.name ENDS WITH k.name })
OPTIONAL MATCH (e)<-[:SUBJECT]-(t:Claim)
WHERE t.predicate = 'text' AND t.rank <> 'deprecated'
WITH e, t
MATCH (e)<-[:SUBJECT]-(c:Claim)
WITH e, t, c
WHERE c.id = t.id OR (c.predicate IN ['date_claimed', 'MADE_BY', 'DIRECTED_AT']
  AND c.drawn)
OPTIONAL MATCH (c)-[:OBJECT]->(o:Entity)
RETURN t.value AS text, t.status AS status,
       CASE WHEN c.predicate = 'MADE_BY' THEN [o.name] ELSE [] END AS made_by,
       CASE WHEN c.predicate = 'MADE_BY' THEN [o.id] ELSE [] END AS made_by_id,
       CASE WHEN c.predicate = 'DIRECTED_AT' THEN [o.name] ELSE [] END AS target,
       CASE WHEN c.predicate = 'DIRECTED_AT' THEN [o.id] ELSE [] END AS target_id,
       e.id AS event_id, e.name AS event, e.date AS date, [c.id] AS claims
