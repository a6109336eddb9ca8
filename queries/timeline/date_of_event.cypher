//+ title: {en: "Date of an event", es: "Fecha de un acontecimiento"}
//+ about:
//+   en: "The dates that sources give for an event, each with its source: when it was, was planned to be, or, for a designation, was determined."
//+   es: "Las fechas que las fuentes dan de un acontecimiento, cada una con su fuente: cuándo fue, cuándo estaba previsto o, en una designación, cuándo se decidió."
//+ answer: {en: "Dates that sources give for {event}: {n}.", es: "Fechas que las fuentes dan de {event}: {n}."}
//+ ask:
//+   en:
//+     - "when (did|does) {event} (happen|take place|occur)"
//+     - "when was {event}"
//+     - "[what is|what was] [the] date of {event}"
//+     - "on (what|which) (date|day) (was|did) {event} [happen|take place|occur]"
//+   es:
//+     - "cuándo (fue|ocurrió|sucedió|tuvo lugar|se produjo) {event}"
//+     - "[cuál es|cuál fue] [la] fecha (de|del) {event}"
//+     - "en qué (fecha|día) (fue|ocurrió|sucedió|tuvo lugar) {event}"
//+     - "qué día (fue|ocurrió|sucedió|tuvo lugar) {event}"
//+ examples: [{event: event/extradition-2020-02-ruben-oseguera-gonzalez}, {event: event/designation-2025-02-20-cjng}]
//+ parameters:
//+   event: {type: Event, required: true}
//+ columns: {what: text, date: text, source: "Source[]", status: text, rank: text}
//+ order: [what, date]
MATCH (c:Claim)-[:SUBJECT]->(e:Entity {id: $event})
WHERE c.predicate IN ['date_claimed', 'planned_date', 'determined_on'] AND c.drawn
MATCH (c)-[:STATED_IN]->(s:Source)
RETURN c.predicate AS what, c.value AS date, [s.name] AS source, [s.id] AS source_id,
       c.status AS status, c.rank AS rank, [c.id] AS claims
