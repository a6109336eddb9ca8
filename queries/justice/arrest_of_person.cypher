//+ title: {en: "Arrests of a person", es: "Detenciones de una persona"}
//+ about:
//+   en: "When and where a person was arrested. An arrest is no finding of guilt."
//+   es: "Cuándo y dónde fue detenida una persona. Una detención no es una declaración de culpa."
//+ answer: {en: "Arrests of {person}: {n}.", es: "Detenciones de {person}: {n}."}
//+ ask:
//+   en:
//+     - "when (was|did they) (arrest|arrested|capture|captured|detained|detain) {person}"
//+     - "(when|where|when and where) was {person} (arrested|captured|detained|taken into custody|caught)"
//+     - "(was|has) {person} [been] (arrested|captured|detained|caught)"
//+     - "how (often|many times) was {person} (arrested|captured|detained)"
//+     - "[list|show] [all] [the] (arrest|arrests|capture|captures|detention) of {person}"
//+     - "{person}'s (arrest|arrests|capture|detention)"
//+     - "on (which|what) (day|date|dates) was {person} (arrested|captured|detained)"
//+     - "in (which|what) (place|city|town|country) was {person} (arrested|captured|detained)"
//+   es:
//+     - "(cuándo|dónde|cuándo y dónde|en qué fecha|en qué lugar|en qué ciudad) (fue detenido|fue detenida|fue arrestado|fue arrestada|fue capturado|fue capturada|fue aprehendido) {person}"
//+     - "(cuándo|dónde|en qué fecha) (detuvieron|arrestaron|capturaron|se detuvo|se capturó) (a|al) {person}"
//+     - "cuántas veces (fue detenido|fue detenida|fue capturado|detuvieron a|capturaron a) {person}"
//+     - "(detención|detenciones|captura|capturas|arresto) (de|del) {person}"
//+     - "(fue detenido|fue detenida|ha sido detenido|ha sido detenida|fue capturado|fue capturada) {person}"
//+ examples: [{person: person/rafael-caro-quintero}, {person: person/claudia-sheinbaum-pardo}]
//+ parameters:
//+   person: {type: Person, required: true}
//+ columns: {person: Person, event: Arrest, date: text, place: "Place[]", by: "Actor[]", status: text}
//+ order: [date]
MATCH (e:Arrest)-[r:CONCERNS]->(p:Person)
WITH e, r, p
WHERE p.id = $person
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
