//+ title: {en: "Events at a place", es: "Acontecimientos en un lugar"}
//+ about:
//+   en: "Events that sources place somewhere, or in a part of it (a city of a state, a state of a country), all of them or those that lie wholly within a period."
//+   es: "Acontecimientos que las fuentes sitúan en un lugar o en una parte de él (una ciudad de un estado, un estado de un país), todos o los que caen por completo en un periodo."
//+ answer: {en: "Events at {place}: {n}.", es: "Acontecimientos en {place}: {n}."}
//+ ask:
//+   en:
//+     - "(which|what) events (happened|occurred|took place|are known) (in|at) {place}"
//+     - "(which|what) events (happened|occurred|took place) (in|at) {place} [in|during] {period}"
//+     - "(which|what) events (happened|occurred|took place) (in|during) {period} (in|at) {place}"
//+     - "what [has] (happened|occurred|took place) (in|at) {place}"
//+     - "what (happened|occurred|took place) (in|at) {place} [in|during] {period}"
//+     - "[list|show] [all] [the] events (in|at) {place}"
//+   es:
//+     - "(qué|cuáles) (eventos|hechos|acontecimientos|sucesos) (hubo|ocurrieron|sucedieron|tuvieron lugar) en {place}"
//+     - "(qué|cuáles) (eventos|hechos|acontecimientos|sucesos) (hubo|ocurrieron|sucedieron|tuvieron lugar) en {place} [en|durante] {period}"
//+     - "(qué|cuáles) (eventos|hechos|acontecimientos|sucesos) (hubo|ocurrieron|sucedieron|tuvieron lugar) (en|durante) {period} en {place}"
//+     - "qué (pasó|ocurrió|sucedió|ha pasado|ha ocurrido) en {place}"
//+     - "qué (pasó|ocurrió|sucedió) en {place} [en|durante] {period}"
//+     - "[lista|enumera|muestra] [los] (eventos|hechos|acontecimientos) en {place}"
//+ examples: [{place: place/mexico}, {place: place/mexico, period: "2025"}, {place: place/zapopan}]
//+ parameters:
//+   place: {type: Place, required: true}
//+   period: {type: interval, default: null, about: "the event lies wholly within it"}
//+ columns: {begins: date, date: interval, event: Event, kind: "text[]", concerns: "Entity[]", location: "Place[]"}
//+ order: [begins, date, event]
MATCH (e:Event)-[r:OCCURRED_AT]->(x:Entity {id: $place})
WHERE r.claims IS NOT NULL AND ($period_from IS NULL OR e.date_from >= $period_from) AND ($period_to IS NULL OR e.date_to <= $period_to)
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
UNION ALL
MATCH (e:Event)-[r:OCCURRED_AT]->(x:Entity)-[h:PART_OF]->(y:Entity {id: $place})
WHERE r.claims IS NOT NULL AND h.claims IS NOT NULL AND ($period_from IS NULL OR e.date_from >= $period_from) AND ($period_to IS NULL OR e.date_to <= $period_to)
RETURN e.date_from AS begins, e.date AS date, e.id AS event_id, e.name AS event,
       [label IN labels(e) WHERE NOT label CONTAINS '_'
         AND NOT label IN ['Entity', 'Event', 'LifeEvent', 'CustodyEvent', 'LegalEvent', 'Communication']] AS kind,
       [(e)-[w:CONCERNS|VICTIM]->(whom) WHERE w.claims IS NOT NULL | whom.name] AS concerns,
       [(e)-[w:CONCERNS|VICTIM]->(whom) WHERE w.claims IS NOT NULL | whom.id] AS concerns_id,
       [(e)-[l:OCCURRED_AT]->(loc) WHERE l.claims IS NOT NULL | loc.name] AS location,
       [(e)-[l:OCCURRED_AT]->(loc) WHERE l.claims IS NOT NULL | loc.id] AS location_id,
       h.claims + [(e)<-[:SUBJECT]-(dated:Claim) WHERE dated.predicate = 'date_claimed' AND dated.drawn | dated.id]
         + reduce(found = [], c IN [(e)-[l:OCCURRED_AT]->(loc) WHERE l.claims IS NOT NULL | l.claims] | found + c)
         + reduce(found = [], c IN [(e)-[w:CONCERNS|VICTIM]->(whom) WHERE w.claims IS NOT NULL | w.claims] | found + c) AS claims
