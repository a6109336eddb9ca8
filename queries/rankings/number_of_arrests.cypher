//+ title: {en: "Number of arrests", es: "Número de detenciones"}
//+ about:
//+   en: "How many arrests of the graph have a date that lies wholly within a period, or have a date at all. It is no statistic of arrests."
//+   es: "Cuántas detenciones del grafo tienen una fecha que cae por completo en un periodo, o tienen fecha. No es una estadística de detenciones."
//+ answer: {en: "Arrests in the graph:", es: "Detenciones en el grafo:"}
//+ ask:
//+   en:
//+     - "how many arrests (were there|happened|took place|are there|are known) [in|during|on] {period}"
//+     - "how many arrests (are known|are in the graph|are there)"
//+   es:
//+     - "cuántas (detenciones|capturas|aprehensiones) (hubo|ocurrieron|se hicieron) [en|durante|el] {period}"
//+     - "cuántas (detenciones|capturas) (hay|se conocen) [en el grafo]"
//+ examples: [{period: "2015"}, {}]
//+ parameters:
//+   period: {type: interval, default: null, about: "the date lies wholly within it"}
//+ columns: {number: integer, events: "Event[]"}
//+ order: []
MATCH (e:Arrest)<-[:SUBJECT]-(c:Claim)
WHERE c.predicate = 'date_claimed' AND c.drawn
WITH e, collect(c.id) AS dated
WHERE ($period_from IS NULL OR e.date_from >= $period_from) AND ($period_to IS NULL OR e.date_to <= $period_to)
WITH count(DISTINCT e) AS number, collect(e.name) AS names, collect(e.id) AS ids, collect(dated) AS evidence
WHERE number > 0
RETURN number, names AS events, ids AS events_id, reduce(found = [], c IN evidence | found + c) AS claims
