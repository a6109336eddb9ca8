//+ title: {en: "Escapes from custody", es: "Fugas"}
//+ about:
//+   en: "Who escaped from custody, when and from where, as far as the sources say."
//+   es: "Quién se fugó, cuándo y de dónde, según las fuentes."
//+ answer: {en: "Escapes found: {n}.", es: "Fugas encontradas: {n}."}
//+ ask:
//+   en:
//+     - "who [has|have] (escaped|fled) [from prison|from custody|from jail]"
//+     - "who (escaped|fled) [from prison|from custody|from jail] [during] {period}"
//+     - "(did|has) {person} (escape|escaped) [from prison|from custody|from jail]"
//+     - "(when|where|how often) did {person} escape [from prison|from custody|from jail]"
//+     - "[list|show] [all] [the] (escapes|prison breaks) [from prison|from custody]"
//+     - "(which|what) (escapes|prison breaks) (are there|are known|were there|took place)"
//+     - "(escape|escapes) of {person}"
//+     - "{person}'s (escape|escapes)"
//+   es:
//+     - "(quién|quiénes) se (fugó|fugaron|escapó|escaparon|ha fugado|han fugado) [de prisión|de la cárcel|del penal]"
//+     - "(quién|quiénes) se (fugó|fugaron|escapó|escaparon) [durante] {period}"
//+     - "(cuándo|de dónde|dónde|cómo|cuántas veces) se (fugó|escapó) {person}"
//+     - "se (fugó|escapó|ha fugado) {person}"
//+     - "qué fugas (hay|hubo|se conocen)"
//+     - "[lista de] fugas"
//+     - "(fuga|fugas) (de|del) {person}"
//+ examples: [{}, {person: person/joaquin-guzman-loera}]
//+ parameters:
//+   person: {type: Person, default: null}
//+   period: {type: interval, default: null, about: "it happened, or may have happened, in it"}
//+ columns: {person: Person, event: Escape, date: text, place: "Place[]", by: "Actor[]", status: text}
//+ order: [date, person]
MATCH (e:Escape)-[r:CONCERNS]->(p:Person)
WITH e, r, p
WHERE ($person IS NULL OR p.id = $person)
  AND ($period_from IS NULL OR e.date_to >= $period_from)
  AND ($period_to IS NULL OR e.date_from <= $period_to)
MATCH (e)<-[:SUBJECT]-(c:Claim)
WITH e, r, p, c
WHERE c.id IN r.claims
   OR (c.predicate IN ['date_claimed', 'OCCURRED_AT', 'CONDUCTED_BY'] AND c.rank <> 'deprecated' AND NOT c.status IN ['opinion', 'denied', 'threatened', 'promised'])
OPTIONAL MATCH (c)-[:OBJECT]->(o:Entity)
RETURN p.id AS person_id, p.name AS person, e.id AS event_id, e.name AS event, e.date AS date, r.status AS status,
       CASE WHEN c.predicate = 'OCCURRED_AT' THEN [o.name] ELSE [] END AS place,
       CASE WHEN c.predicate = 'OCCURRED_AT' THEN [o.id] ELSE [] END AS place_id,
       CASE WHEN c.predicate = 'CONDUCTED_BY' THEN [o.name] ELSE [] END AS by,
       CASE WHEN c.predicate = 'CONDUCTED_BY' THEN [o.id] ELSE [] END AS by_id,
       [c.id] AS claims
