//+ title: {en: "Timeline of a person", es: "Cronología de una persona"}
//+ about:
//+   en: "The events and tenures that a person has a part in, by date, with the part and its status; an allegation stays an allegation. What has no date comes last."
//+   es: "Los acontecimientos y periodos en el cargo en que una persona tiene parte, por fecha, con la parte y su estado; una acusación sigue siendo una acusación. Lo que no tiene fecha va al final."
//+ answer: {en: "Events in the timeline of {person}: {n}.", es: "Acontecimientos en la cronología de {person}: {n}."}
//+ ask:
//+   en:
//+     - "[give|show|list|what is|what s|tell] [me] [the] (timeline|chronology) (of|for) {person}"
//+     - "[give|show|what is] [me] {person}'s (timeline|chronology)"
//+     - "what [has] happened to {person}"
//+     - "(which|what) events (involve|involved|concern|concerned|affect|affected) {person}"
//+     - "(which|what) events (is|was) {person} (involved in|part of)"
//+     - "[list|show] [all] [the] events (of|involving|concerning|about) {person}"
//+     - "[what are] [the] key dates (of|for|about|in the life of) {person}"
//+     - "[what is] [the] history of {person}"
//+   es:
//+     - "[dame|muestra|muéstrame|cuál es|haz] [la] (cronología|línea de tiempo|línea del tiempo) (de|del|sobre) {person}"
//+     - "qué (le|les) (pasó|ocurrió|sucedió|ha pasado|ha ocurrido|ha sucedido) (a|al) {person}"
//+     - "(qué|cuáles) (hechos|eventos|acontecimientos|sucesos) (involucran|afectan|conciernen|implican) (a|al) {person}"
//+     - "en qué (hechos|eventos|acontecimientos|sucesos) (participó|ha participado|aparece|figura|estuvo|tuvo parte) {person}"
//+     - "[lista|enumera|muestra] [los] (hechos|eventos|acontecimientos) (de|del|sobre) {person}"
//+     - "[cuáles son] [las] fechas clave (de|del|en la vida de|en la vida del) {person}"
//+     - "[cuál es] [la] historia (de|del) {person}"
//+ examples: [{person: person/rafael-caro-quintero}, {person: person/ruben-oseguera-gonzalez}, {person: person/pamela-bondi}]
//+ parameters:
//+   person: {type: Person, required: true}
//+ columns: {begins: date, date: interval, event: Entity, kind: "text[]", part: "text[]", location: "Place[]", status: text}
//+ order: [begins, date, event, status]
MATCH (e:Entity)-[r:CONCERNS|TRANSFER_OF|INVOLVES|VICTIM|ALLEGED_PERPETRATOR|CONDUCTED_BY|MADE_BY|DIRECTED_AT|ABOUT|HAS_PARTY|JUDGE|HOLDER]->(x:Entity {id: $person})
WHERE r.claims IS NOT NULL AND (e:Event OR e:Tenure)
RETURN e.date_from AS begins, e.date AS date, e.id AS event_id, e.name AS event,
       [label IN labels(e) WHERE NOT label CONTAINS '_'
         AND NOT label IN ['Entity', 'Event', 'LifeEvent', 'CustodyEvent', 'LegalEvent', 'Communication']] AS kind,
       [type(r)] AS part, [(e)-[l:OCCURRED_AT]->(loc) WHERE l.claims IS NOT NULL | loc.name] AS location,
       [(e)-[l:OCCURRED_AT]->(loc) WHERE l.claims IS NOT NULL | loc.id] AS location_id,
       r.status AS status,
       r.claims + [(e)<-[:SUBJECT]-(dated:Claim) WHERE dated.predicate = 'date_claimed' AND dated.drawn | dated.id]
         + reduce(found = [], c IN [(e)-[l:OCCURRED_AT]->(loc) WHERE l.claims IS NOT NULL | l.claims] | found + c) AS claims
