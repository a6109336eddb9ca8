//+ title: {en: "Number of dated events", es: "Número de acontecimientos con fecha"}
//+ about:
//+   en: "How many events have a date that lies wholly within a period, or have a date at all."
//+   es: "Cuántos acontecimientos tienen una fecha que cae por completo en un periodo, o tienen fecha."
//+ answer: {en: "Events with a date:", es: "Acontecimientos con fecha:"}
//+ ask:
//+   en:
//+     - "how many events (happened|occurred|took place|were there|are there) [in|during|on] {period}"
//+   es:
//+     - "cuántos (eventos|hechos|acontecimientos) (hubo|ocurrieron|sucedieron|tuvieron lugar) [en|durante|el] {period}"
//+ examples: [{period: "2025"}, {period: "1901"}]
//+ parameters:
//+   period: {type: interval, default: null, about: "the date lies wholly within it"}
//+ columns: {number: integer, events: "Event[]"}
//+ order: []
MATCH (e:Event)<-[:SUBJECT]-(c:Claim)
WHERE c.predicate = 'date_claimed' AND c.drawn
WITH e, collect(c.id) AS dated
WHERE ($period_from IS NULL OR e.date_from >= $period_from) AND ($period_to IS NULL OR e.date_to <= $period_to)
WITH count(DISTINCT e) AS number, collect(e.name) AS names, collect(e.id) AS ids, collect(dated) AS evidence
WHERE number > 0
RETURN number, names AS events, ids AS events_id, reduce(found = [], c IN evidence | found + c) AS claims
