//+ title: {en: "Judges", es: "Jueces"}
//+ about:
//+   en: "The judges whom the sources name, with the step of the case, the person it concerns and the court."
//+   es: "Los jueces que nombran las fuentes, con el paso del proceso, la persona a quien concierne y el tribunal."
//+ answer: {en: "Steps of cases with a judge: {n}.", es: "Pasos de procesos con juez: {n}."}
//+ ask:
//+   en:
//+     - "who is the judge (of|in the case of|in the case against) {person}"
//+     - "who is the judge in {person}'s (case|trial)"
//+     - "which judge (heard|hears|has|had|handles|presides over|presided over) (the case of|the case against) {person}"
//+     - "which judge (heard|hears|has|had|handles|presides over|presided over) {person}'s case"
//+     - "{person}'s judge"
//+     - "(which|what) (cases|people) (did|does|has) judge {judge} (have|hear|heard|handle|preside over|had)"
//+     - "[list|show] [all] [the] cases of [judge] {judge}"
//+     - "which people (came|appeared) before [judge] {judge}"
//+     - "[list|show] [all] [the] judges"
//+     - "(which|what) judges (are there|are named|appear)"
//+   es:
//+     - "quién es (el juez|la jueza) (de|del|en el caso de|en el caso contra|del caso de|del caso contra) {person}"
//+     - "qué (juez|jueza) (lleva|llevó|tiene|tuvo|preside|presidió) el (caso|proceso|juicio) (de|del|contra) {person}"
//+     - "(juez|jueza) (de|del|en el caso de) {person}"
//+     - "qué casos (lleva|llevó|tiene|tuvo|preside|presidió) [el juez|la jueza] {judge}"
//+     - "casos (del juez|de la jueza) {judge}"
//+     - "[lista de] [los] jueces"
//+     - "qué jueces (hay|aparecen|se nombran)"
//+ examples: [{person: person/ismael-zambada-garcia}, {judge: person/beryl-howell}, {}]
//+ parameters:
//+   judge: {type: Person, default: null}
//+   person: {type: Person, default: null, about: "the person whose case it is"}
//+ columns: {judge: Person, person: Person, event: LegalEvent, date: text, court: "Court[]", status: text}
//+ order: [judge, date, person]
MATCH (e:LegalEvent)-[j:JUDGE]->(k:Person)
WHERE $judge IS NULL OR k.id = $judge
MATCH (e)-[r:CONCERNS]->(p:Person)
WHERE $person IS NULL OR p.id = $person
MATCH (e)<-[:SUBJECT]-(c:Claim)
WITH e, j, k, r, p, c
WHERE c.id IN j.claims OR c.id IN r.claims OR (c.predicate IN ['date_claimed', 'IN_COURT']
  AND c.drawn)
OPTIONAL MATCH (c)-[:OBJECT]->(o:Entity)
RETURN k.id AS judge_id, k.name AS judge, p.id AS person_id, p.name AS person,
       e.id AS event_id, e.name AS event, e.date AS date, r.status AS status,
       CASE WHEN c.predicate = 'IN_COURT' THEN [o.name] ELSE [] END AS court,
       CASE WHEN c.predicate = 'IN_COURT' THEN [o.id] ELSE [] END AS court_id,
       [c.id] AS claims
