//+ title: {en: "Releases and escapes", es: "Liberaciones y fugas"}
//+ about:
//+   en: "How people came out of custody: lawful releases and escapes, marked as such, with date and place."
//+   es: "Cómo salieron de custodia las personas: liberaciones legales y fugas, marcadas como tales, con fecha y lugar."
//+ answer: {en: "Releases and escapes found: {n}.", es: "Liberaciones y fugas encontradas: {n}."}
//+ ask:
//+   en:
//+     - "[list|show] [all] [the] releases and escapes [of {person}]"
//+     - "[which|what] releases and escapes (are there|are known|were there)"
//+     - "(how|when|how often) did {person} (leave|get out of|come out of) (prison|custody|jail)"
//+     - "who (was released or escaped|escaped or was released|left custody|got out of prison)"
//+     - "who (was released or escaped|escaped or was released|left custody|got out of prison) [during] {period}"
//+   es:
//+     - "[lista de] [las] liberaciones y fugas [de {person}]"
//+     - "qué liberaciones y fugas (hay|hubo|se conocen)"
//+     - "(cómo|cuándo|cuántas veces) salió {person} de (prisión|la cárcel|custodia)"
//+     - "(quién|quiénes) (salió|salieron) de (prisión|la cárcel|custodia)"
//+     - "(quién|quiénes) (salió|salieron) de (prisión|la cárcel|custodia) [durante] {period}"
//+ examples: [{person: person/rafael-caro-quintero}, {period: "2025"}, {}]
//+ parameters:
//+   person: {type: Person, default: null}
//+   period: {type: interval, default: null, about: "it happened, or may have happened, in it"}
//+ columns: {person: Person, event: CustodyEvent, date: text, escape: boolean, place: "Place[]", by: "Actor[]", status: text}
//+ order: [date, person]
MATCH (e:CustodyEvent)-[r:CONCERNS]->(p:Person)
WITH e, r, p
WHERE ($person IS NULL OR p.id = $person)
  AND ($period_from IS NULL OR e.date_to >= $period_from)
  AND ($period_to IS NULL OR e.date_from <= $period_to)
  AND (e:Release OR e:Escape)
MATCH (e)<-[:SUBJECT]-(c:Claim)
WITH e, r, p, c
WHERE c.id IN r.claims
   OR (c.predicate IN ['date_claimed', 'OCCURRED_AT', 'CONDUCTED_BY']
     AND c.drawn)
OPTIONAL MATCH (c)-[:OBJECT]->(o:Entity)
RETURN p.id AS person_id, p.name AS person, e.id AS event_id, e.name AS event, e.date AS date, r.status AS status,
       e:Escape AS escape, CASE WHEN c.predicate = 'OCCURRED_AT' THEN [o.name] ELSE [] END AS place,
       CASE WHEN c.predicate = 'OCCURRED_AT' THEN [o.id] ELSE [] END AS place_id,
       CASE WHEN c.predicate = 'CONDUCTED_BY' THEN [o.name] ELSE [] END AS by,
       CASE WHEN c.predicate = 'CONDUCTED_BY' THEN [o.id] ELSE [] END AS by_id,
       [c.id] AS claims
