//+ title: {en: "Decisions on the death penalty", es: "Decisiones sobre la pena de muerte"}
//+ about:
//+   en: "What prosecutors decided about seeking the death penalty against a person, with the court. An agreement that binds a whole transfer is another matter: see agreements."
//+   es: "Qué decidió la fiscalía sobre pedir la pena de muerte contra una persona, con el tribunal. Un acuerdo que obliga a todo un traslado es otra cosa: véase acuerdos."
//+ answer: {en: "Decisions on the death penalty found: {n}.", es: "Decisiones sobre la pena de muerte encontradas: {n}."}
//+ ask:
//+   en:
//+     - "(for|against) whom (is|was|will) the death penalty [be] (not sought|ruled out|sought)"
//+     - "who (does not|will not) face the death penalty"
//+     - "(does|will|could|can) {person} face the death penalty"
//+     - "is {person} facing the death penalty"
//+     - "(is|was|will) the death penalty [be] sought (for|against) {person}"
//+     - "what (was|has been) decided (about|on) the death penalty (for|against|in the case of) {person}"
//+     - "what (was|has been) decided (about|on) the death penalty"
//+     - "[list|show] [all] [the] death penalty decisions"
//+     - "(which|what) decisions (on|about) the death penalty (are there|are known|were made)"
//+     - "death penalty decision (on|for|about) {person}"
//+   es:
//+     - "(qué|cómo) se (decidió|ha decidido) sobre la pena de muerte [para {person}|contra {person}|de {person}]"
//+     - "(enfrenta|enfrentará|puede enfrentar) {person} la pena de muerte"
//+     - "se (pide|pidió|pedirá|busca|buscará) la pena de muerte (para|contra) {person}"
//+     - "(para quién|contra quién|para quiénes) no se (pide|pidió|pedirá|busca|buscará) la pena de muerte"
//+     - "(quién|quiénes) no (enfrenta|enfrentan|enfrentará|enfrentarán) la pena de muerte"
//+     - "[lista de|qué] decisiones sobre la pena de muerte [hay|hubo|se conocen]"
//+ examples: [{person: person/rafael-caro-quintero}, {person: person/servando-gomez-martinez}, {}]
//+ parameters:
//+   person: {type: Person, default: null}
//+ columns: {person: Person, event: ProsecutionDecision, date: text, outcome: "text[]", court: "Court[]", by: "Actor[]", status: text}
//+ order: [date, person]
MATCH (e:ProsecutionDecision)-[r:CONCERNS]->(p:Person)
WITH e, r, p
WHERE ($person IS NULL OR p.id = $person)
  AND EXISTS { MATCH (e)<-[:SUBJECT]-(d:Claim) WHERE d.predicate = 'outcome'
    AND d.drawn
    AND (toLower(d.value) CONTAINS 'death penalty' OR toLower(d.value) CONTAINS 'pena de muerte') }
MATCH (e)<-[:SUBJECT]-(c:Claim)
WITH e, r, p, c
WHERE c.id IN r.claims
   OR (c.predicate IN ['date_claimed', 'outcome', 'IN_COURT', 'CONDUCTED_BY']
     AND c.drawn)
OPTIONAL MATCH (c)-[:OBJECT]->(o:Entity)
RETURN p.id AS person_id, p.name AS person, e.id AS event_id, e.name AS event, e.date AS date, r.status AS status,
       CASE WHEN c.predicate = 'outcome' THEN [c.value] ELSE [] END AS outcome,
       CASE WHEN c.predicate = 'IN_COURT' THEN [o.name] ELSE [] END AS court,
       CASE WHEN c.predicate = 'IN_COURT' THEN [o.id] ELSE [] END AS court_id,
       CASE WHEN c.predicate = 'CONDUCTED_BY' THEN [o.name] ELSE [] END AS by,
       CASE WHEN c.predicate = 'CONDUCTED_BY' THEN [o.id] ELSE [] END AS by_id,
       [c.id] AS claims
