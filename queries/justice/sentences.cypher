//+ title: {en: "Sentences", es: "Sentencias"}
//+ about:
//+   en: "The punishments that courts set, with date, court, judge and forfeiture where known."
//+   es: "Las penas que impusieron los tribunales, con fecha, tribunal, juez y decomiso si se conocen."
//+ answer: {en: "Sentences found: {n}.", es: "Sentencias encontradas: {n}."}
//+ ask:
//+   en:
//+     - "(what|which) (sentence|sentences|punishment|prison sentence|prison term) did {person} (receive|get)"
//+     - "(what|which) (sentence|punishment) (was {person} given|was given to {person}|has {person} received|was imposed on {person})"
//+     - "what (is|was) {person}'s (sentence|punishment|prison term)"
//+     - "what (is|was) the sentence (of|for|against) {person}"
//+     - "{person}'s (sentence|sentences)"
//+     - "[to] what was {person} sentenced [to]"
//+     - "how (long|many years) was {person} sentenced [to|for]"
//+     - "how many years did {person} (get|receive)"
//+     - "(when|where|was|has) [been] {person} [been] sentenced"
//+     - "(when|where) was {person} sentenced"
//+     - "(which judge|which court|what judge|what court) sentenced {person}"
//+     - "who (was|were|has been|have been) sentenced"
//+     - "who (was|were) sentenced [during] {period}"
//+     - "[list|show] [all] [the] (sentences|people sentenced)"
//+     - "(which|what) sentences (are known|are there|were there|were handed down|have been handed down)"
//+     - "(which|what) sentences (were there|were handed down) [during] {period}"
//+   es:
//+     - "qué (sentencia|condena|pena) (recibió|tuvo) {person}"
//+     - "qué (sentencia|condena|pena) (le dieron|se le impuso|se impuso|le impusieron|impusieron|dieron) (a|al) {person}"
//+     - "cuál (es|fue) la (sentencia|condena|pena) (de|del|contra|para) {person}"
//+     - "a (qué|cuánto|cuántos años) fue (sentenciado|sentenciada|condenado|condenada) {person}"
//+     - "a (qué|cuánto|cuántos años) (sentenciaron|condenaron) (a|al) {person}"
//+     - "(cuándo|dónde) (fue sentenciado|fue sentenciada) {person}"
//+     - "(cuándo|dónde) (sentenciaron|se sentenció) (a|al) {person}"
//+     - "qué (juez|jueza|tribunal|corte) (sentenció|condenó) (a|al) {person}"
//+     - "(quién|quiénes) (fue|fueron|ha sido|han sido) (sentenciado|sentenciada|sentenciados|sentenciadas)"
//+     - "(quién|quiénes) (fue|fueron) (sentenciado|sentenciada|sentenciados|sentenciadas) [durante] {period}"
//+     - "(sentencia|condena) (de|del|contra) {person}"
//+     - "[lista de|qué] sentencias [hay|hubo|se conocen|se dictaron]"
//+     - "qué sentencias (hubo|se dictaron) [durante] {period}"
//+ examples: [{person: person/ruben-oseguera-gonzalez}, {period: "2025"}, {}]
//+ parameters:
//+   person: {type: Person, default: null}
//+   period: {type: interval, default: null, about: "it happened, or may have happened, in it"}
//+ columns: {person: Person, event: Sentence, date: text, term: "text[]", court: "Court[]", judge: "Person[]", forfeiture: "text[]", place: "Place[]", status: text}
//+ order: [date, person]
MATCH (e:Sentence)-[r:CONCERNS]->(p:Person)
WITH e, r, p
WHERE ($person IS NULL OR p.id = $person)
  AND ($period_from IS NULL OR e.date_to >= $period_from)
  AND ($period_to IS NULL OR e.date_from <= $period_to)
MATCH (e)<-[:SUBJECT]-(c:Claim)
WITH e, r, p, c
WHERE c.id IN r.claims
   OR (c.predicate IN ['date_claimed', 'term', 'forfeiture', 'IN_COURT', 'JUDGE', 'OCCURRED_AT']
     AND c.drawn)
OPTIONAL MATCH (c)-[:OBJECT]->(o:Entity)
RETURN p.id AS person_id, p.name AS person, e.id AS event_id, e.name AS event, e.date AS date, r.status AS status,
       CASE WHEN c.predicate = 'term' THEN [c.value] ELSE [] END AS term,
       CASE WHEN c.predicate = 'IN_COURT' THEN [o.name] ELSE [] END AS court,
       CASE WHEN c.predicate = 'IN_COURT' THEN [o.id] ELSE [] END AS court_id,
       CASE WHEN c.predicate = 'JUDGE' THEN [o.name] ELSE [] END AS judge,
       CASE WHEN c.predicate = 'JUDGE' THEN [o.id] ELSE [] END AS judge_id,
       CASE WHEN c.predicate = 'forfeiture' THEN [c.value] ELSE [] END AS forfeiture,
       CASE WHEN c.predicate = 'OCCURRED_AT' THEN [o.name] ELSE [] END AS place,
       CASE WHEN c.predicate = 'OCCURRED_AT' THEN [o.id] ELSE [] END AS place_id,
       [c.id] AS claims
