//+ title: {en: "Military actions", es: "Acciones militares"}
//+ about:
//+   en: "Attacks and operations of armed forces that the sources speak of, one row for each status: what is only threatened, promised or denied is marked so and did not happen for all that is known."
//+   es: "Ataques y operaciones de fuerzas armadas de los que hablan las fuentes, una fila por estado: lo que solo se amenaza, promete o niega lleva esa marca y, hasta donde se sabe, no ocurrió."
//+ answer: {en: "Military actions spoken of, each no firmer than its status: {n}.", es: "Acciones militares de las que se habla, cada una con su estado: {n}."}
//+ ask:
//+   en:
//+     - "(which|what) military (actions|operations|strikes) (are there|are known|are mentioned|are reported|are spoken of)"
//+     - "[list|show] [all] [the] military (actions|operations|strikes)"
//+     - "[list|show] [all] [the] military (actions|operations) (by|of) {actor}"
//+     - "[list|show] [all] [the] military (actions|operations) in {place}"
//+     - "(which|what) military (actions|operations) (are ascribed|are attributed) to {actor}"
//+     - "(which|what) military (actions|operations) (are mentioned|are reported|are threatened|are spoken of) in {place}"
//+   es:
//+     - "qué (acciones|operaciones) militares (hay|se conocen|se mencionan|se refieren)"
//+     - "[lista de] [las] (acciones|operaciones) militares"
//+     - "[lista de] [las] (acciones|operaciones) militares (de|del) {actor}"
//+     - "[lista de] [las] (acciones|operaciones) militares en {place}"
//+     - "qué (acciones|operaciones) militares se (atribuyen|le atribuyen) (a|al) {actor}"
//+     - "qué (acciones|operaciones) militares se (mencionan|refieren) en {place}"
//+ examples: [{actor: organization/us-military}, {place: place/mexico}, {}]
//+ parameters:
//+   actor: {type: Actor, default: null, about: "who carries it out, or is said to"}
//+   place: {type: Place, default: null}
//+ columns: {event: MilitaryAction, status: text, by: "Actor[]", place: "Place[]", target: "Entity[]", date: text}
//+ order: [date, event, status]
MATCH (e:MilitaryAction)
WHERE ($actor IS NULL OR EXISTS { MATCH (e)<-[:SUBJECT]-(a:Claim)-[:OBJECT]->(:Entity {id: $actor})
    WHERE a.predicate = 'CONDUCTED_BY' AND a.rank <> 'deprecated' })
  AND ($place IS NULL OR EXISTS { MATCH (e)<-[:SUBJECT]-(b:Claim)-[:OBJECT]->(:Entity {id: $place})
    WHERE b.predicate = 'OCCURRED_AT' AND b.rank <> 'deprecated' })
MATCH (e)<-[:SUBJECT]-(c:Claim)
WITH e, c
WHERE c.predicate IN ['date_claimed', 'CONDUCTED_BY', 'OCCURRED_AT', 'CONCERNS', 'DIRECTED_AT', 'VICTIM']
  AND c.rank <> 'deprecated'
OPTIONAL MATCH (c)-[:OBJECT]->(o:Entity)
RETURN e.id AS event_id, e.name AS event, c.status AS status,
       CASE WHEN c.predicate = 'CONDUCTED_BY' THEN [o.name] ELSE [] END AS by,
       CASE WHEN c.predicate = 'CONDUCTED_BY' THEN [o.id] ELSE [] END AS by_id,
       CASE WHEN c.predicate = 'OCCURRED_AT' THEN [o.name] ELSE [] END AS place,
       CASE WHEN c.predicate = 'OCCURRED_AT' THEN [o.id] ELSE [] END AS place_id,
       CASE WHEN c.predicate IN ['CONCERNS', 'DIRECTED_AT', 'VICTIM'] THEN [o.name] ELSE [] END AS target,
       CASE WHEN c.predicate IN ['CONCERNS', 'DIRECTED_AT', 'VICTIM'] THEN [o.id] ELSE [] END AS target_id,
       e.date AS date, [c.id] AS claims
