//+ title: {en: "Demands", es: "Exigencias"}
//+ about:
//+   en: "Demands that the sources report, with who made them and on whom, by either or both."
//+   es: "Exigencias que refieren las fuentes, con quién las hizo y a quién, por uno u otro o ambos."
//+ answer: {en: "Demands found: {n}.", es: "Exigencias encontradas: {n}."}
//+ ask:
//+   en:
//+     - "what (did|does|has) {actor} (demand|demanded|ask|asked|request|requested) [of {target}|from {target}]"
//+     - "(which|what) demands (did|does|has) {actor} (make|made|have) [on {target}|of {target}|to {target}|against {target}]"
//+     - "(which|what) demands (were made|have been made|are there|were there) [on {target}|of {target}|by {actor}]"
//+     - "what (is|was) demanded (of|from) {target}"
//+     - "who demanded what (of|from) {target}"
//+     - "[list|show] [all] [the] demands [by {actor}|of {actor}|from {actor}]"
//+     - "[list|show] [all] [the] demands on {target}"
//+     - "[list|show] [all] [the] demands (by|of|from) {actor} (on|to) {target}"
//+     - "{actor}'s demands [on {target}|to {target}]"
//+   es:
//+     - "qué (exigió|exige|ha exigido|pidió|pide|demandó|demanda|reclamó|reclama) {actor} [a {target}|al {target}]"
//+     - "qué le (exigió|exige|ha exigido|pidió|pide) {actor} (a|al) {target}"
//+     - "(qué|cuáles) exigencias (hizo|ha hecho|tiene|planteó) {actor} [a {target}|al {target}]"
//+     - "(qué|cuáles) exigencias (hay|hubo|se hicieron) [a {target}|de {actor}]"
//+     - "qué se (exige|exigió|pide|pidió) (a|al) {target}"
//+     - "[lista de] [las] exigencias [de {actor}|del {actor}]"
//+     - "[lista de] [las] exigencias (de|del) {actor} (a|al) {target}"
//+ examples: [{actor: place/united-states, target: place/mexico}, {actor: administration/trump-2}, {actor: person/donald-trump}, {}]
//+ parameters:
//+   actor: {type: Entity, default: null, about: "who made it; a person also stands for the administrations that the person heads, a country for its government, an administration for its head while in office"}
//+   target: {type: Entity, default: null, about: "whom it is directed at; a country also stands for its government"}
//+ columns: {text: text, status: text, made_by: "Actor[]", target: "Entity[]", event: Demand, date: text}
//+ order: [date, event, text]
MATCH (e:Demand)
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
