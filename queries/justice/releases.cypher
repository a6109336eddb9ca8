//+ title: {en: "Releases from custody", es: "Liberaciones"}
//+ about:
//+   en: "Who was lawfully released from custody, when and where."
//+   es: "Quién fue puesto legalmente en libertad, cuándo y dónde."
//+ answer: {en: "Releases found: {n}.", es: "Liberaciones encontradas: {n}."}
//+ ask:
//+   en:
//+     - "(when|where|when and where) was {person} (released|freed|set free) [from prison|from custody|from jail]"
//+     - "(was|has) {person} [been] (released|freed) [from prison|from custody|from jail]"
//+     - "who (was|were|has been|have been) (released|freed|set free) [from prison|from custody|from jail]"
//+     - "who (was|were) (released|freed) [during] {period}"
//+     - "[list|show] [all] [the] releases [from prison|from custody]"
//+     - "(which|what) releases (are there|are known|were there|took place)"
//+     - "(which|what) releases (were there|took place) [during] {period}"
//+     - "(release|releases) of {person}"
//+     - "{person}'s release"
//+   es:
//+     - "(cuándo|dónde) (fue liberado|fue liberada|fue puesto en libertad|fue puesta en libertad|salió de prisión|salió de la cárcel|quedó libre|quedó en libertad) {person}"
//+     - "(cuándo|dónde) (liberaron|se liberó) (a|al) {person}"
//+     - "(fue liberado|fue liberada|fue puesto en libertad|fue puesta en libertad) {person}"
//+     - "(quién|quiénes) (fue|fueron|ha sido|han sido) (liberado|liberada|liberados|puesto en libertad|puestos en libertad)"
//+     - "(quién|quiénes) (fue|fueron) (liberado|liberada|liberados) [durante] {period}"
//+     - "qué liberaciones (hay|hubo|se conocen)"
//+     - "qué liberaciones hubo [durante] {period}"
//+     - "[lista de] liberaciones"
//+     - "liberación (de|del) {person}"
//+ examples: [{person: person/rafael-caro-quintero}, {period: "2025"}, {}]
//+ parameters:
//+   person: {type: Person, default: null}
//+   period: {type: interval, default: null, about: "it happened, or may have happened, in it"}
//+ columns: {person: Person, event: Release, date: text, place: "Place[]", by: "Actor[]", status: text}
//+ order: [date, person]
MATCH (e:Release)-[r:CONCERNS]->(p:Person)
WITH e, r, p
WHERE ($person IS NULL OR p.id = $person)
  AND ($period_from IS NULL OR e.date_to >= $period_from)
  AND ($period_to IS NULL OR e.date_from <= $period_to)
MATCH (e)<-[:SUBJECT]-(c:Claim)
WITH e, r, p, c
WHERE c.id IN r.claims
   OR (c.predicate IN ['date_claimed', 'OCCURRED_AT', 'CONDUCTED_BY']
     AND c.drawn)
OPTIONAL MATCH (c)-[:OBJECT]->(o:Entity)
RETURN p.id AS person_id, p.name AS person, e.id AS event_id, e.name AS event, e.date AS date, r.status AS status,
       CASE WHEN c.predicate = 'OCCURRED_AT' THEN [o.name] ELSE [] END AS place,
       CASE WHEN c.predicate = 'OCCURRED_AT' THEN [o.id] ELSE [] END AS place_id,
       CASE WHEN c.predicate = 'CONDUCTED_BY' THEN [o.name] ELSE [] END AS by,
       CASE WHEN c.predicate = 'CONDUCTED_BY' THEN [o.id] ELSE [] END AS by_id,
       [c.id] AS claims
