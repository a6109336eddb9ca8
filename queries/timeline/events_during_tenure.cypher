//+ title: {en: "Events while a person was in office", es: "Acontecimientos mientras una persona ocupaba un cargo"}
//+ about:
//+   en: "Events whose date lies wholly within a person's time in an office, or in one office where it is named; inferred from the dates. It does not say that the person had a part in them."
//+   es: "Acontecimientos cuya fecha cae por completo en el tiempo en que una persona ocupó un cargo, o un cargo determinado si se nombra; se infiere de las fechas. No dice que la persona tuviera parte en ellos."
//+ answer: {en: "Events while {person} was in office: {n}.", es: "Acontecimientos mientras {person} ocupaba el cargo: {n}."}
//+ ask:
//+   en:
//+     - "(which|what) events (happened|occurred|took place) (while|when) {person} was (in office|{in_office})"
//+     - "what (happened|occurred|took place) (while|when) {person} was (in office|{in_office})"
//+     - "(which|what) events (happened|occurred|took place) during {person}'s (tenure|term|terms|time) [in office|as {in_office}]"
//+     - "(which|what) events (happened|occurred|took place) during the (tenure|term|terms) of {person} [as {in_office}]"
//+     - "what (happened|occurred|took place) during {person}'s (tenure|term|terms|time) [in office|as {in_office}]"
//+     - "what (happened|occurred|took place) during the (tenure|term|terms) of {person} [as {in_office}]"
//+     - "(which|what) events (happened|occurred|took place) under {person}"
//+     - "what happened under {person}"
//+   es:
//+     - "(qué|cuáles) (eventos|hechos|acontecimientos) (hubo|ocurrieron|sucedieron|tuvieron lugar) (mientras|cuando) {person} (era|fue) {in_office}"
//+     - "qué (pasó|ocurrió|sucedió) (mientras|cuando) {person} (era|fue) {in_office}"
//+     - "(qué|cuáles) (eventos|hechos|acontecimientos) (hubo|ocurrieron|sucedieron|tuvieron lugar) durante (la gestión|el mandato|los mandatos) (de|del) {person}"
//+     - "qué (pasó|ocurrió|sucedió) durante (la gestión|el mandato|los mandatos) (de|del) {person}"
//+     - "qué (pasó|ocurrió|sucedió) (bajo|con) {person}"
//+ examples: [{person: person/joe-biden, in_office: office/president-of-the-united-states}, {person: person/ernestina-godoy-ramos}]
//+ parameters:
//+   person: {type: Person, required: true}
//+   in_office: {type: Office, default: null, about: "the office, where only one is meant"}
//+ columns: {begins: date, date: interval, event: Event, kind: "text[]", office: "Office[]", location: "Place[]"}
//+ order: [begins, date, event]
MATCH (t:Tenure)-[h:HOLDER]->(p:Entity {id: $person})
WHERE h.claims IS NOT NULL
MATCH (t)-[f:OFFICE]->(o:Entity)
WHERE f.claims IS NOT NULL AND ($in_office IS NULL OR o.id = $in_office)
MATCH (e:Event)-[r:OCCURRED_DURING]->(t)
WHERE r.claims IS NOT NULL
RETURN e.date_from AS begins, e.date AS date, e.id AS event_id, e.name AS event,
       [label IN labels(e) WHERE NOT label CONTAINS '_'
         AND NOT label IN ['Entity', 'Event', 'LifeEvent', 'CustodyEvent', 'LegalEvent', 'Communication']] AS kind,
       [o.name] AS office, [o.id] AS office_id, [(e)-[l:OCCURRED_AT]->(loc) WHERE l.claims IS NOT NULL | loc.name] AS location,
       [(e)-[l:OCCURRED_AT]->(loc) WHERE l.claims IS NOT NULL | loc.id] AS location_id,
       r.claims + h.claims + f.claims + [(e)<-[:SUBJECT]-(dated:Claim) WHERE dated.predicate = 'date_claimed' AND dated.drawn | dated.id]
         + reduce(found = [], c IN [(e)-[l:OCCURRED_AT]->(loc) WHERE l.claims IS NOT NULL | l.claims] | found + c) AS claims
