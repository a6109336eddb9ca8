//+ title: {en: Decisions on the death penalty, es: Decisiones sobre la pena de muerte}
//+ about:
//+   en: "What prosecutors decided about seeking the death penalty against a person, with the court. An agreement that binds a whole transfer is another matter: see transfer_conditions."
//+   es: "Qué decidió la fiscalía sobre pedir la pena de muerte contra una persona, con el tribunal. Un acuerdo que obliga a todo un traslado es otra cosa: véase transfer_conditions."
//+ parameters:
//+   person: {type: Person, default: null}
//+   event: {type: ProsecutionDecision, default: null}
//+   court: {type: Court, default: null}
//+   by: {type: Actor, default: null}
//+ columns: {person: Person, event: ProsecutionDecision, date: text, outcome: "text[]", court: "Court[]", by: "Actor[]", status: text}
//+ order: [date, person]
//+ from: person
//+ to: outcome
//+ attributes: [date, court]
//+ words:
//+   en:
//+     outcome: [death penalty, death penalty decision, capital punishment, death sentence,
//+       lethal injection, capital case, capital sentence, execution]
//+     by -> person: [seek the death penalty, spare the death penalty, rule out the death penalty,
//+       pursue the death penalty, waive the death penalty, ask for the death penalty,
//+       request the death penalty, seek death, decline the death penalty, drop the death penalty,
//+       rule out execution]
//+     person -> outcome: [face the death penalty, face execution, the death penalty,
//+       spared the death penalty, avoid the death penalty, risk death, eligible for the death penalty,
//+       escape the death penalty, put to death, face capital punishment, get the death penalty,
//+       receive the death penalty]
//+   es:
//+     outcome: [pena de muerte, pena capital, condena a muerte, sentencia de muerte, silla eléctrica,
//+       inyección letal, ejecución, pena de muerte descartada]
//+     by -> person: [pedir la pena de muerte, pedirán la pena de muerte,
//+       decidir sobre la pena de muerte, descartar la pena de muerte, solicitar la pena de muerte,
//+       buscar la pena de muerte, no pedir la pena de muerte, perdonar la pena de muerte,
//+       renunciar a la pena de muerte, retirar la pena de muerte]
//+     person -> outcome: [enfrentar la pena de muerte, librarse de la pena de muerte,
//+       enfrentar pena de muerte, evitar la pena de muerte, salvarse de la pena de muerte,
//+       recibir la pena de muerte, exponerse a la pena de muerte, arriesgar la pena de muerte,
//+       sufrir la pena de muerte]
//+ says:
//+   en: "{person}: {outcome}[ ({date})]"
//+   es: "{person}: {outcome}[ ({date})]"
//+ questions:
//+   en: ["Does Rafael Caro Quintero face the death penalty?", "When was the death penalty decision on Caro Quintero?"]
//+   es: ["¿Pedirán la pena de muerte para Caro Quintero?", "¿Qué se decidió sobre la pena de muerte de Rafael Caro Quintero?"]
//+ examples:
//+   - {person: person/rafael-caro-quintero}
//+   - {person: person/servando-gomez-martinez}
//+   - {court: organization/us-district-court-edny}
//+   - {}
//? person: MATCH (p:Entity {id: $person})
//? event: MATCH (e:Entity {id: $event})
//? court: MATCH (:Entity {id: $court})<-[:IN_COURT]-(e:Entity) WITH DISTINCT e
//? by: MATCH (:Entity {id: $by})<-[:CONDUCTED_BY]-(e:Entity) WITH DISTINCT e
MATCH (e:ProsecutionDecision)-[r:CONCERNS]->(p:Person)
WHERE ($person IS NULL OR p.id = $person) AND ($event IS NULL OR e.id = $event)
WITH e, r, p
WHERE ($court IS NULL OR EXISTS { (e)-[:IN_COURT]->(:Entity {id: $court}) })
  AND ($by IS NULL OR EXISTS { (e)-[:CONDUCTED_BY]->(:Entity {id: $by}) })
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
