//+ title: {en: "Convictions", es: "Declaratorias de culpabilidad por un tribunal"}
//+ about:
//+   en: "People whom a verdict found guilty, as a source says with the status convicted. Who is only accused, or pleaded guilty, is not here."
//+   es: "Personas a quienes un veredicto declaró culpables, según una fuente con el estado de condenado. Quien solo está acusado, o se declaró culpable, no figura aquí."
//+ answer: {en: "Convictions found: {n}.", es: "Condenas por veredicto encontradas: {n}."}
//+ ask:
//+   en:
//+     - "who (was|were|has been|have been) (convicted|found guilty)"
//+     - "(which|what) people (were|have been) (convicted|found guilty)"
//+     - "who (was|were) (convicted|found guilty) [during] {period}"
//+     - "(what|of what|which offences|which crimes) was {person} (convicted|found guilty) [of]"
//+     - "(when|where|by which court|in which court) was {person} (convicted|found guilty)"
//+     - "was {person} (convicted|found guilty)"
//+     - "[list|show] [all] [the] convictions [of {person}]"
//+     - "(which|what) convictions (are there|are known|were there)"
//+     - "{person}'s (conviction|convictions)"
//+     - "conviction of {person}"
//+   es:
//+     - "(quién|quiénes) (fue|fueron|ha sido|han sido) (declarado culpable|declarada culpable|declarados culpables|hallado culpable|hallados culpables)"
//+     - "(quién|quiénes) (fue|fueron) (declarado culpable|declarada culpable|declarados culpables) [durante] {period}"
//+     - "de qué fue (declarado culpable|declarada culpable|hallado culpable|hallada culpable) {person}"
//+     - "(cuándo|dónde|en qué tribunal) fue (declarado culpable|declarada culpable|hallado culpable|hallada culpable) {person}"
//+     - "fue (declarado culpable|declarada culpable|hallado culpable|hallada culpable) {person}"
//+     - "por qué delitos fue (condenado|condenada) {person}"
//+     - "[lista de|qué] (condenas por veredicto|declaratorias de culpabilidad) [hay|hubo|se conocen]"
//+ examples: [{person: person/joaquin-guzman-loera}, {period: "2024"}, {}]
//+ parameters:
//+   person: {type: Person, default: null}
//+   period: {type: interval, default: null, about: "it happened, or may have happened, in it"}
//+ columns: {person: Person, event: Verdict, date: text, offence: "text[]", outcome: "text[]", court: "Court[]", judge: "Person[]", status: text}
//+ order: [date, person]
MATCH (e:Verdict)-[r:CONCERNS]->(p:Person)
WITH e, r, p
WHERE ($person IS NULL OR p.id = $person)
  AND ($period_from IS NULL OR e.date_to >= $period_from)
  AND ($period_to IS NULL OR e.date_from <= $period_to)
  AND 'convicted' IN r.statuses
MATCH (e)<-[:SUBJECT]-(c:Claim)
WITH e, r, p, c
WHERE c.id IN r.claims
   OR (c.predicate IN ['date_claimed', 'offence', 'outcome', 'IN_COURT', 'JUDGE']
     AND c.drawn)
OPTIONAL MATCH (c)-[:OBJECT]->(o:Entity)
RETURN p.id AS person_id, p.name AS person, e.id AS event_id, e.name AS event, e.date AS date, r.status AS status,
       CASE WHEN c.predicate = 'offence' THEN [c.value] ELSE [] END AS offence,
       CASE WHEN c.predicate = 'outcome' THEN [c.value] ELSE [] END AS outcome,
       CASE WHEN c.predicate = 'IN_COURT' THEN [o.name] ELSE [] END AS court,
       CASE WHEN c.predicate = 'IN_COURT' THEN [o.id] ELSE [] END AS court_id,
       CASE WHEN c.predicate = 'JUDGE' THEN [o.name] ELSE [] END AS judge,
       CASE WHEN c.predicate = 'JUDGE' THEN [o.id] ELSE [] END AS judge_id,
       [c.id] AS claims
