//+ title: {en: "Events in a period", es: "Acontecimientos de un periodo"}
//+ about:
//+   en: "Events whose date, as far as it is known, lies wholly within a period; of an event that lasted, its beginning or its end. An event of which only the year is known is not counted to a month."
//+   es: "Acontecimientos cuya fecha, hasta donde se conoce, cae por completo en un periodo; de los que duraron, su principio o su fin. Uno del que solo se sabe el año no se atribuye a un mes."
//+ answer: {en: "Events in {period}: {n}.", es: "Acontecimientos en {period}: {n}."}
//+ ask:
//+   en:
//+     - "(which|what) events (happened|occurred|took place|have happened|were there|are there|are known) [in|during|on|within] {period}"
//+     - "what [has] (happened|occurred|took place) [in|during|on|within] {period}"
//+     - "[list|show|give] [me] [all] [the] events [in|of|during|from|on] {period}"
//+     - "(which|what) events (happened|occurred|took place) (in|during) the month of {period}"
//+     - "[give|show|what is] [me] [the] (timeline|chronology) (of|for) {period}"
//+   es:
//+     - "(qué|cuáles) (eventos|hechos|acontecimientos|sucesos) (hubo|ocurrieron|sucedieron|pasaron|tuvieron lugar|se produjeron) [en|durante|el] {period}"
//+     - "qué (pasó|ocurrió|sucedió|hubo|aconteció) [en|durante|el] {period}"
//+     - "[lista|enumera|muestra|dame] [los] (eventos|hechos|acontecimientos) [en|de|durante|del] {period}"
//+     - "[dame|muestra|cuál es] [la] cronología (de|del) {period}"
//+ examples: [{period: "2025-05"}, {period: "2025-02-20"}, {period: "../2014"}]
//+ parameters:
//+   period: {type: interval, required: true}
//+ columns: {begins: date, date: interval, event: Event, kind: "text[]", concerns: "Entity[]", location: "Place[]"}
//+ order: [begins, date, event]
MATCH (e:Event)
WHERE (($period_from IS NULL OR e.date_from >= $period_from) AND ($period_to IS NULL OR e.date_to <= $period_to))
   OR (e.date CONTAINS '/' AND (e.date_from >= $period_from AND e.date_from <= $period_to))
   OR (e.date CONTAINS '/' AND (e.date_to >= $period_from AND e.date_to <= $period_to))
RETURN e.date_from AS begins, e.date AS date, e.id AS event_id, e.name AS event,
       [label IN labels(e) WHERE NOT label CONTAINS '_'
         AND NOT label IN ['Entity', 'Event', 'LifeEvent', 'CustodyEvent', 'LegalEvent', 'Communication']] AS kind,
       [(e)-[w:CONCERNS|VICTIM]->(whom) WHERE w.claims IS NOT NULL | whom.name] AS concerns,
       [(e)-[w:CONCERNS|VICTIM]->(whom) WHERE w.claims IS NOT NULL | whom.id] AS concerns_id,
       [(e)-[l:OCCURRED_AT]->(loc) WHERE l.claims IS NOT NULL | loc.name] AS location,
       [(e)-[l:OCCURRED_AT]->(loc) WHERE l.claims IS NOT NULL | loc.id] AS location_id,
       [(e)<-[:SUBJECT]-(dated:Claim) WHERE dated.predicate = 'date_claimed' AND dated.drawn | dated.id]
         + reduce(found = [], c IN [(e)-[l:OCCURRED_AT]->(loc) WHERE l.claims IS NOT NULL | l.claims] | found + c)
         + reduce(found = [], c IN [(e)-[w:CONCERNS|VICTIM]->(whom) WHERE w.claims IS NOT NULL | w.claims] | found + c) AS claims
