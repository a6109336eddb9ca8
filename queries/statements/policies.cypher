//+ title: {en: "Policies and measures", es: "Políticas y medidas"}
//+ about:
//+   en: "Policies, practices and measures of a government, an administration or a person in office, with what they consist of and whom they are aimed at."
//+   es: "Políticas, prácticas y medidas de un gobierno, una administración o una persona en el cargo, con en qué consisten y a quién se dirigen."
//+ answer: {en: "Policies and measures found: {n}.", es: "Políticas y medidas encontradas: {n}."}
//+ ask:
//+   en:
//+     - "(which|what) (policies|policy|measures|measure) (did|does|has) {actor} (adopt|adopted|pursue|pursued|take|taken|make|made|follow|have)"
//+     - "(what|which) (is|was|are|were) the (policy|policies|measures) of {actor}"
//+     - "(what|which) (is|was|are|were) {actor}'s (policy|policies|measures)"
//+     - "[list|show] [all] [the] (policies|measures|policies and measures) [of {actor}|by {actor}]"
//+     - "{actor}'s (policies|policy|measures)"
//+     - "(which|what) (policies|measures) (are there|are known|are mentioned|were adopted|were taken)"
//+   es:
//+     - "qué (políticas|política|medidas|medida) (adoptó|adoptaron|ha adoptado|tomó|tomaron|ha tomado|aplicó|aplicaron|siguió|sigue|tiene) {actor}"
//+     - "cuál (es|fue) la política (de|del) {actor}"
//+     - "cuáles (son|fueron) las (políticas|medidas) (de|del) {actor}"
//+     - "[lista de] [las] (políticas|medidas) [de {actor}|del {actor}]"
//+     - "qué (políticas|medidas) (hay|hubo|se conocen|se mencionan|se tomaron)"
//+ examples: [{actor: administration/trump-2}, {actor: person/claudia-sheinbaum-pardo}, {actor: place/mexico}, {}]
//+ parameters:
//+   actor: {type: Entity, default: null, about: "who adopted it; a person also stands for the administrations that the person heads, a country for its government, an administration for its head while in office"}
//+ columns: {policy: PolicyMeasure, text: "text[]", made_by: "Actor[]", target: "Entity[]", legal_basis: "LegalInstrument[]", date: text, status: "text[]"}
//+ order: [date, policy]
MATCH (e:PolicyMeasure)
WHERE ($actor IS NULL OR EXISTS { (e)-[:MADE_BY]->(:Entity {id: $actor}) }
    OR EXISTS { (e)-[:MADE_BY]->(:Entity)-[:HEADED_BY|JURISDICTION]->(:Entity {id: $actor}) }
    OR EXISTS { (e)-[:MADE_BY]->(:Entity)<-[:HEADED_BY]-(:Entity {id: $actor})<-[:OCCURRED_UNDER]-(e) }
    OR EXISTS { MATCH (e)-[:MADE_BY]->(g:Government) MATCH (k:Entity {id: $actor})
      WHERE k:Country AND g.name ENDS WITH k.name })
MATCH (e)<-[:SUBJECT]-(c:Claim)
WITH e, c
WHERE c.predicate IN ['date_claimed', 'text', 'MADE_BY', 'DIRECTED_AT', 'LEGAL_BASIS']
  AND c.drawn
OPTIONAL MATCH (c)-[:OBJECT]->(o:Entity)
RETURN e.id AS policy_id, e.name AS policy,
       CASE WHEN c.predicate = 'text' THEN [c.value] ELSE [] END AS text,
       CASE WHEN c.predicate = 'MADE_BY' THEN [o.name] ELSE [] END AS made_by,
       CASE WHEN c.predicate = 'MADE_BY' THEN [o.id] ELSE [] END AS made_by_id,
       CASE WHEN c.predicate = 'DIRECTED_AT' THEN [o.name] ELSE [] END AS target,
       CASE WHEN c.predicate = 'DIRECTED_AT' THEN [o.id] ELSE [] END AS target_id,
       CASE WHEN c.predicate = 'LEGAL_BASIS' THEN [o.name] ELSE [] END AS legal_basis,
       CASE WHEN c.predicate = 'LEGAL_BASIS' THEN [o.id] ELSE [] END AS legal_basis_id,
       e.date AS date, [c.status] AS status, [c.id] AS claims
