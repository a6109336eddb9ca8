//+ title: {en: "Timeline of an organisation", es: "Cronología de una organización"}
//+ about:
//+   en: "The events that an organisation itself has a part in, by date, with the part and its status: what was decided or said about it, and what it did. What happened to its members is another question."
//+   es: "Los acontecimientos en que la propia organización tiene parte, por fecha, con la parte y su estado: lo que se decidió o se dijo sobre ella y lo que hizo. Lo que pasó con sus miembros es otra pregunta."
//+ answer: {en: "Events in the timeline of {organization}: {n}.", es: "Acontecimientos en la cronología de {organization}: {n}."}
//+ ask:
//+   en:
//+     - "[give|show|list|what is|what s|tell] [me] [the] (timeline|chronology) (of|for) {organization}"
//+     - "[give|show|what is] [me] {organization}'s (timeline|chronology)"
//+     - "what [has] happened to {organization}"
//+     - "(which|what) events (involve|involved|concern|concerned|affect|affected) {organization}"
//+     - "(which|what) events (is|was) {organization} (involved in|part of)"
//+     - "[list|show] [all] [the] events (of|involving|concerning|about) {organization}"
//+     - "[what is] [the] history of {organization}"
//+   es:
//+     - "[dame|muestra|muéstrame|cuál es|haz] [la] (cronología|línea de tiempo|línea del tiempo) (de|del|sobre) {organization}"
//+     - "qué (le|les) (pasó|ocurrió|sucedió|ha pasado|ha ocurrido|ha sucedido) (a|al) {organization}"
//+     - "(qué|cuáles) (hechos|eventos|acontecimientos|sucesos) (involucran|afectan|conciernen|implican) (a|al) {organization}"
//+     - "en qué (hechos|eventos|acontecimientos|sucesos) (participó|ha participado|aparece|figura|tuvo parte) {organization}"
//+     - "[lista|enumera|muestra] [los] (hechos|eventos|acontecimientos) (de|del|sobre) {organization}"
//+     - "[cuál es] [la] historia (de|del) {organization}"
//+ examples: [{organization: organization/cjng}, {organization: organization/dea}]
//+ parameters:
//+   organization: {type: Organization, required: true}
//+ columns: {begins: date, date: interval, event: Entity, kind: "text[]", part: "text[]", location: "Place[]", status: text}
//+ order: [begins, date, event, status]
MATCH (e:Entity)-[r:CONCERNS|INVOLVES|VICTIM|CONDUCTED_BY|MADE_BY|DIRECTED_AT|ABOUT|HAS_PARTY]->(x:Entity {id: $organization})
WHERE r.claims IS NOT NULL AND (e:Event OR e:Tenure)
RETURN e.date_from AS begins, e.date AS date, e.id AS event_id, e.name AS event,
       [label IN labels(e) WHERE NOT label CONTAINS '_'
         AND NOT label IN ['Entity', 'Event', 'LifeEvent', 'CustodyEvent', 'LegalEvent', 'Communication']] AS kind,
       [type(r)] AS part, [(e)-[l:OCCURRED_AT]->(loc) WHERE l.claims IS NOT NULL | loc.name] AS location,
       [(e)-[l:OCCURRED_AT]->(loc) WHERE l.claims IS NOT NULL | loc.id] AS location_id,
       r.status AS status,
       r.claims + [(e)<-[:SUBJECT]-(dated:Claim) WHERE dated.predicate = 'date_claimed' AND dated.drawn | dated.id]
         + reduce(found = [], c IN [(e)-[l:OCCURRED_AT]->(loc) WHERE l.claims IS NOT NULL | l.claims] | found + c) AS claims
