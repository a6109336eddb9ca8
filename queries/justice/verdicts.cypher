//+ title: {en: "Verdicts", es: "Veredictos"}
//+ about:
//+   en: "What courts and juries decided on guilt: conviction or acquittal, as the status and the outcome say."
//+   es: "Qué decidieron los tribunales y jurados sobre la culpa: condena o absolución, según digan el estado y el resultado."
//+ answer: {en: "Verdicts found: {n}.", es: "Veredictos encontrados: {n}."}
//+ ask:
//+   en:
//+     - "what (is|was) the (verdict|outcome of the trial) (against|on|for|of|in the case of|in the trial of) {person}"
//+     - "what (is|was) {person}'s verdict"
//+     - "(verdict|verdicts) (against|on|for) {person}"
//+     - "{person}'s (verdict|verdicts)"
//+     - "how did the trial of {person} end"
//+     - "[list|show] [all] [the] verdicts"
//+     - "(which|what) verdicts (are there|are known|were there|have been reached)"
//+     - "(which|what) verdicts were (there|reached) [during] {period}"
//+   es:
//+     - "cuál (es|fue) el (veredicto|resultado del juicio) (contra|de|del|sobre|en el caso de) {person}"
//+     - "qué veredicto (recibió|tuvo) {person}"
//+     - "(veredicto|veredictos) (contra|de|sobre) {person}"
//+     - "cómo terminó el juicio (de|del|contra) {person}"
//+     - "[lista de|qué] veredictos [hay|hubo|se conocen]"
//+     - "qué veredictos hubo [durante] {period}"
//+ examples: [{person: person/ruben-oseguera-gonzalez}, {period: "2024"}, {}]
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
