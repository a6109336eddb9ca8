//+ title: {en: "Arrests", es: "Detenciones"}
//+ about:
//+   en: "Who was taken into custody, when and where, in a period or a place if one is asked for. An arrest is no finding of guilt."
//+   es: "Quién fue detenido, cuándo y dónde, en un periodo o un lugar si se pide. Una detención no es una declaración de culpa."
//+ answer: {en: "Arrests found: {n}.", es: "Detenciones encontradas: {n}."}
//+ ask:
//+   en:
//+     - "who (was|were|got|has been) (arrested|detained|captured|taken into custody) [during] {period}"
//+     - "(which|what) people (were|have been) (arrested|detained|captured) [during] {period}"
//+     - "(which|what) (arrests|captures|detentions) (were there|took place|happened|occurred|were made|are known) [during] {period}"
//+     - "[list|show] [all] [the] (arrests|captures|detentions) [during] {period}"
//+     - "who (was|were|got|has been) (arrested|detained|captured) in {place}"
//+     - "(which|what) (arrests|captures|detentions) (were there|took place|happened|occurred|were made) in {place}"
//+     - "[list|show] [all] [the] (arrests|captures|detentions) in {place}"
//+     - "who (was|were|got|has been) (arrested|detained|captured) in {place} (in|during|on) {period}"
//+     - "[list|show] [all] [the] arrests in {place} (in|during|on) {period}"
//+     - "[list|show] [all] [the] (arrests|captures|detentions)"
//+     - "(which|what) (arrests|captures|detentions) (are there|are known|are recorded|were there|took place)"
//+     - "who (was|were|has been|have been) (arrested|detained|captured)"
//+   es:
//+     - "qué (detenciones|arrestos|capturas|aprehensiones) (hubo|ocurrieron|se hicieron|se realizaron|tuvieron lugar) [durante] {period}"
//+     - "cuáles fueron (las detenciones|los arrestos|las capturas) [durante|de] {period}"
//+     - "(quién|quiénes) (fue|fueron) (detenido|detenida|detenidos|arrestado|arrestada|arrestados|capturado|capturada|capturados) [durante] {period}"
//+     - "a (quién|quiénes) (detuvieron|arrestaron|capturaron) [durante] {period}"
//+     - "[lista de] [todas] [las] (detenciones|capturas) [durante] {period}"
//+     - "qué (detenciones|arrestos|capturas) (hubo|ocurrieron|se hicieron) en {place}"
//+     - "(quién|quiénes) (fue|fueron) (detenido|detenida|detenidos|arrestado|arrestados|capturado|capturados) en {place}"
//+     - "[lista de] [todas] [las] (detenciones|capturas) en {place}"
//+     - "qué (detenciones|arrestos|capturas) (hubo|ocurrieron) en {place} (en|durante) {period}"
//+     - "[lista de] [todas] [las] (detenciones|capturas)"
//+     - "qué (detenciones|arrestos|capturas) (hay|hubo|se conocen|están registradas|están registrados)"
//+     - "(quién|quiénes) (fue|fueron|ha sido|han sido) (detenido|detenida|detenidos|arrestado|arrestados|capturado|capturados)"
//+ examples: [{place: place/mexico, period: "2025-05"}, {period: "2015"}, {place: place/jalisco}, {}]
//+ parameters:
//+   period: {type: interval, default: null, about: "it happened, or may have happened, in it"}
//+   place: {type: Place, default: null, about: "the place or a larger one around it"}
//+ columns: {person: Person, event: Arrest, date: text, place: "Place[]", by: "Actor[]", status: text}
//+ order: [date, person]
MATCH (e:Arrest)-[r:CONCERNS]->(p:Person)
WITH e, r, p
WHERE ($period_from IS NULL OR e.date_to >= $period_from)
  AND ($period_to IS NULL OR e.date_from <= $period_to)
  AND ($place IS NULL OR EXISTS { (e)-[:OCCURRED_AT]->(:Entity {id: $place}) }
    OR EXISTS { (e)-[:OCCURRED_AT]->(:Entity)-[:PART_OF]->(:Entity {id: $place}) })
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
