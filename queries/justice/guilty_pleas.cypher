//+ title: {en: "Guilty pleas", es: "Declaraciones de culpabilidad"}
//+ about:
//+   en: "Who pleaded guilty, when, before which court, to which offences and with which penalty in view. Only pleas that a source calls guilty."
//+   es: "Quién se declaró culpable, cuándo, ante qué tribunal, de qué delitos y con qué pena a la vista. Solo declaraciones que una fuente llama de culpabilidad."
//+ answer: {en: "Guilty pleas found: {n}.", es: "Declaraciones de culpabilidad encontradas: {n}."}
//+ ask:
//+   en:
//+     - "who [has|have] (pleaded|pled) guilty"
//+     - "who (pleaded|pled) guilty [during] {period}"
//+     - "(which|what) (people|defendants|accused) [have|has] (pleaded|pled) guilty"
//+     - "did {person} plead guilty"
//+     - "has {person} (pleaded|pled) guilty"
//+     - "when did {person} plead guilty"
//+     - "(what|to what|which offences|which crimes) did {person} plead guilty [to]"
//+     - "(where|in which court|before which court|before which judge) did {person} plead guilty"
//+     - "[list|show] [all] [the] guilty pleas [of {person}]"
//+     - "{person}'s guilty plea"
//+     - "[which|what] guilty pleas (were there|are there|are known)"
//+     - "[which|what] guilty pleas were there [during] {period}"
//+   es:
//+     - "(quién|quiénes) se (declaró|declararon|ha declarado|han declarado) (culpable|culpables)"
//+     - "(quién|quiénes) se (declaró|declararon) (culpable|culpables) [durante] {period}"
//+     - "se (declaró|ha declarado) culpable {person}"
//+     - "{person} se declaró culpable"
//+     - "cuándo se declaró culpable {person}"
//+     - "de qué [delitos|cargos] se declaró culpable {person}"
//+     - "(dónde|ante qué tribunal|ante qué juez|en qué corte) se declaró culpable {person}"
//+     - "[lista de|qué] declaraciones de culpabilidad [hay|hubo|se conocen]"
//+     - "declaración de culpabilidad de {person}"
//+ examples: [{person: person/ismael-zambada-garcia}, {person: person/rafael-caro-quintero}, {period: "2026"}, {}]
//+ parameters:
//+   person: {type: Person, default: null}
//+   period: {type: interval, default: null, about: "it happened, or may have happened, in it"}
//+ columns: {person: Person, event: Plea, date: text, plea: "text[]", offence: "text[]", court: "Court[]", judge: "Person[]", maximum_penalty: "text[]", forfeiture: "text[]", status: text}
//+ order: [date, person]
MATCH (e:Plea)-[r:CONCERNS]->(p:Person)
WITH e, r, p
WHERE ($person IS NULL OR p.id = $person)
  AND ($period_from IS NULL OR e.date_to >= $period_from)
  AND ($period_to IS NULL OR e.date_from <= $period_to)
  AND EXISTS { MATCH (e)<-[:SUBJECT]-(g:Claim) WHERE g.predicate = 'plea' AND toLower(g.value) = 'guilty'
    AND g.drawn }
MATCH (e)<-[:SUBJECT]-(c:Claim)
WITH e, r, p, c
WHERE c.id IN r.claims
   OR (c.predicate IN ['date_claimed', 'plea', 'offence', 'maximum_penalty', 'forfeiture', 'IN_COURT', 'JUDGE']
     AND c.drawn)
OPTIONAL MATCH (c)-[:OBJECT]->(o:Entity)
RETURN p.id AS person_id, p.name AS person, e.id AS event_id, e.name AS event, e.date AS date, r.status AS status,
       CASE WHEN c.predicate = 'plea' THEN [c.value] ELSE [] END AS plea,
       CASE WHEN c.predicate = 'offence' THEN [c.value] ELSE [] END AS offence,
       CASE WHEN c.predicate = 'IN_COURT' THEN [o.name] ELSE [] END AS court,
       CASE WHEN c.predicate = 'IN_COURT' THEN [o.id] ELSE [] END AS court_id,
       CASE WHEN c.predicate = 'JUDGE' THEN [o.name] ELSE [] END AS judge,
       CASE WHEN c.predicate = 'JUDGE' THEN [o.id] ELSE [] END AS judge_id,
       CASE WHEN c.predicate = 'maximum_penalty' THEN [c.value] ELSE [] END AS maximum_penalty,
       CASE WHEN c.predicate = 'forfeiture' THEN [c.value] ELSE [] END AS forfeiture,
       [c.id] AS claims
