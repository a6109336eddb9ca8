//+ title: {en: "Events under an administration", es: "Acontecimientos bajo un gobierno"}
//+ about:
//+   en: "Events whose date lies wholly within the tenure of the head of an administration; inferred from the dates. That something occurred under an administration does not say that the administration did it."
//+   es: "Acontecimientos cuya fecha cae por completo en la gestión de quien encabeza un gobierno; se infiere de las fechas. Que algo ocurriera bajo un gobierno no dice que el gobierno lo hiciera."
//+ answer: {en: "Events under {administration}: {n}.", es: "Acontecimientos bajo {administration}: {n}."}
//+ ask:
//+   en:
//+     - "(which|what) events (happened|occurred|took place|are known) (under|during) {administration}"
//+     - "what [has] (happened|occurred|took place) (under|during) {administration}"
//+     - "[list|show] [all] [the] events (under|during) {administration}"
//+     - "[give|show] [me] [the] (timeline|chronology) (under|during) {administration}"
//+   es:
//+     - "(qué|cuáles) (eventos|hechos|acontecimientos|sucesos) (hubo|ocurrieron|sucedieron|tuvieron lugar) (bajo|durante|en) {administration}"
//+     - "qué (pasó|ocurrió|sucedió) (bajo|durante|en) {administration}"
//+     - "[lista|enumera|muestra] [los] (eventos|hechos|acontecimientos) (bajo|durante) {administration}"
//+ examples: [{administration: administration/biden}, {administration: administration/sheinbaum}]
//+ parameters:
//+   administration: {type: Administration, required: true}
//+ columns: {begins: date, date: interval, event: Event, kind: "text[]", concerns: "Entity[]", location: "Place[]"}
//+ order: [begins, date, event]
MATCH (e:Event)-[r:OCCURRED_UNDER]->(a:Entity {id: $administration})
WHERE r.claims IS NOT NULL
RETURN e.date_from AS begins, e.date AS date, e.id AS event_id, e.name AS event,
       [label IN labels(e) WHERE NOT label CONTAINS '_'
         AND NOT label IN ['Entity', 'Event', 'LifeEvent', 'CustodyEvent', 'LegalEvent', 'Communication']] AS kind,
       [(e)-[w:CONCERNS|VICTIM]->(whom) WHERE w.claims IS NOT NULL | whom.name] AS concerns,
       [(e)-[w:CONCERNS|VICTIM]->(whom) WHERE w.claims IS NOT NULL | whom.id] AS concerns_id,
       [(e)-[l:OCCURRED_AT]->(loc) WHERE l.claims IS NOT NULL | loc.name] AS location,
       [(e)-[l:OCCURRED_AT]->(loc) WHERE l.claims IS NOT NULL | loc.id] AS location_id,
       r.claims + [(e)<-[:SUBJECT]-(dated:Claim) WHERE dated.predicate = 'date_claimed' AND dated.drawn | dated.id]
         + reduce(found = [], c IN [(e)-[l:OCCURRED_AT]->(loc) WHERE l.claims IS NOT NULL | l.claims] | found + c)
         + reduce(found = [], c IN [(e)-[w:CONCERNS|VICTIM]->(whom) WHERE w.claims IS NOT NULL | w.claims] | found + c) AS claims
