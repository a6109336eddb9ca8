//+ title: {en: "Pleas", es: "Declaraciones ante el tribunal"}
//+ about:
//+   en: "What the accused answered to the charges, guilty or not guilty, with the offences, the court, the judge and the heaviest penalty where known."
//+   es: "Qué respondieron los acusados a los cargos, culpable o no culpable, con los delitos, el tribunal, el juez y la pena máxima si se conocen."
//+ answer: {en: "Pleas found: {n}.", es: "Declaraciones encontradas: {n}."}
//+ ask:
//+   en:
//+     - "(how|what) (did|does|has) {person} (plead|pleaded|pled) [to the charges]"
//+     - "{person}'s (plea|pleas)"
//+     - "[what was|what is] the plea of {person}"
//+     - "(what|which) pleas (are there|are known|were entered|have been entered|did {person} enter)"
//+     - "[list|show] [all] [the] pleas"
//+     - "which plea did {person} enter"
//+     - "what pleas were (there|entered) {period}"
//+     - "who entered a plea {period}"
//+   es:
//+     - "cómo se (declaró|ha declarado) {person} [ante el tribunal|ante el juez|ante los cargos]"
//+     - "qué declaración hizo {person} ante el tribunal"
//+     - "(qué|cuáles) declaraciones ante el tribunal (hay|se conocen|hubo)"
//+     - "cómo respondió {person} a los cargos"
//+     - "cómo se declararon los acusados"
//+     - "[lista de] declaraciones ante el tribunal"
//+ examples: [{person: person/ismael-zambada-garcia}, {period: "2026"}, {}]
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
