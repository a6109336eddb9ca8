//+ title: {en: "Events that concern members of an organisation", es: "Acontecimientos que afectan a miembros de una organización"}
//+ about:
//+   en: "Arrests, transfers, charges and other events that happened to people whom sources call members of an organisation; membership and event each carry their own status."
//+   es: "Detenciones, traslados, acusaciones y otros hechos que afectaron a personas que las fuentes llaman miembros de una organización; la pertenencia y el hecho llevan cada uno su estado."
//+ answer: {en: "Events that concern members of {organization}: {n}.", es: "Acontecimientos que afectan a miembros de {organization}: {n}."}
//+ ask:
//+   en:
//+     - "what [has] happened to [the] (members|people) of {organization}"
//+     - "what [has] happened to {organization}'s members"
//+     - "(which|what) events (involve|involved|concern|concerned|affect|affected) [the] members of {organization}"
//+     - "[give|show|list|what is] [me] [the] (timeline|chronology) of [the] members of {organization}"
//+     - "[list|show] [all] [the] events (involving|concerning|about) [the] members of {organization}"
//+   es:
//+     - "qué les (pasó|ocurrió|sucedió|ha pasado|ha ocurrido) a [los] (miembros|integrantes) (de|del) {organization}"
//+     - "(qué|cuáles) (hechos|eventos|acontecimientos) (involucran|afectan|conciernen) a [los] (miembros|integrantes) (de|del) {organization}"
//+     - "[dame|muestra|cuál es] [la] cronología de los (miembros|integrantes) (de|del) {organization}"
//+ examples: [{organization: organization/los-zetas}]
//+ parameters:
//+   organization: {type: Organization, required: true}
//+ columns: {begins: date, date: interval, event: Entity, kind: "text[]", person: Person, membership: text, location: "Place[]", status: text}
//+ order: [begins, date, event, person]
MATCH (x:Person)-[m:MEMBER_OF]->(o:Entity {id: $organization})
WHERE m.claims IS NOT NULL
MATCH (e:Event)-[r:CONCERNS|TRANSFER_OF]->(x)
WHERE r.claims IS NOT NULL
RETURN e.date_from AS begins, e.date AS date, e.id AS event_id, e.name AS event,
       [label IN labels(e) WHERE NOT label CONTAINS '_'
         AND NOT label IN ['Entity', 'Event', 'LifeEvent', 'CustodyEvent', 'LegalEvent', 'Communication']] AS kind,
       x.id AS person_id, x.name AS person, m.status AS membership, [(e)-[l:OCCURRED_AT]->(loc) WHERE l.claims IS NOT NULL | loc.name] AS location,
       [(e)-[l:OCCURRED_AT]->(loc) WHERE l.claims IS NOT NULL | loc.id] AS location_id,
       r.status AS status,
       r.claims + m.claims + [(e)<-[:SUBJECT]-(dated:Claim) WHERE dated.predicate = 'date_claimed' AND dated.drawn | dated.id]
         + reduce(found = [], c IN [(e)-[l:OCCURRED_AT]->(loc) WHERE l.claims IS NOT NULL | l.claims] | found + c) AS claims
