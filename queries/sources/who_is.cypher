//+ title: {en: "Who somebody is", es: "Quién es alguien"}
//+ about:
//+   en: "What the sources say about a person, a group or an organisation: aliases, roles, descriptions, offices, memberships, recorded kin, transfers and what else happened to them; each with its status. An allegation or an opinion is shown as one."
//+   es: "Lo que las fuentes dicen de una persona, un grupo o una organización: alias, papeles, descripciones, cargos, pertenencias, parientes registrados, traslados y qué más le ocurrió; cada cosa con su estado. Una acusación o una opinión se muestra como tal."
//+ answer: {en: "What the sources say about {entity}: {n}.", es: "Lo que las fuentes dicen de {entity}: {n}."}
//+ ask:
//+   en:
//+     - "(who|what) (is|was|are|were) {entity}"
//+     - "who exactly (is|was) {entity}"
//+     - "(who|what) is [known as|called|nicknamed] {entity}"
//+     - "who (goes by|is known by|used|uses) [the] (name|alias|nickname) [of] {entity}"
//+     - "whose (alias|nickname) is {entity}"
//+     - "who is behind the (name|alias|nickname) {entity}"
//+     - "what is {entity}'s real name"
//+     - "what is the real name of {entity}"
//+     - "tell me (about|who is) {entity}"
//+     - "[give|show] [me] [a|the] profile of {entity}"
//+     - "describe {entity}"
//+     - "which person is [known as|called] {entity}"
//+     - "do you know who {entity} is"
//+   es:
//+     - "(quién|quiénes|qué) (es|era|fue|son|eran) {entity}"
//+     - "quién es exactamente {entity}"
//+     - "quién es (conocido|conocida|apodado|apodada) [como] {entity}"
//+     - "a quién (llaman|le dicen|apodan|se conoce como|conocen como|se le conoce como|le llaman) {entity}"
//+     - "de quién es (alias|apodo|el alias|el apodo) {entity}"
//+     - "cuál es el (verdadero nombre|nombre real|nombre verdadero|nombre) (de|del) {entity}"
//+     - "cómo se llama [en realidad|realmente] {entity}"
//+     - "(háblame|cuéntame) (de|del|sobre) {entity}"
//+     - "[dame|muestra] [el] perfil (de|del) {entity}"
//+     - "describe (a|al) {entity}"
//+     - "sabes quién es {entity}"
//+ examples: [{entity: person/servando-gomez-martinez}, {entity: person/vicente-carrillo-fuentes}, {entity: organization/los-cuinis}]
//+ parameters:
//+   entity: {type: Actor, required: true}
//+ columns: {subject: Entity, relation: text, object: Entity, value: text, valid: interval, status: text}
//+ order: [relation, subject, object, value]
MATCH (x:Entity {id: $entity})<-[:SUBJECT]-(c:Claim)
WHERE c.predicate IN ['alias', 'role', 'description'] AND c.rank <> 'deprecated'
  AND NOT c.status IN ['denied', 'threatened', 'promised']
RETURN x.id AS subject_id, x.name AS subject, c.predicate AS relation, null AS object_id, null AS object,
       c.value AS value, c.valid AS valid, c.status AS status, [c.id] AS claims
UNION ALL
MATCH (x:Entity {id: $entity})-[r:MEMBER_OF|LEADS|FOUNDED|HOLDS_OFFICE|PART_OF|ALLIED_WITH|RIVAL_OF|SPLIT_FROM|SUCCESSOR_OF|AFFILIATED_WITH|ALLEGEDLY_TIED_TO|BASED_IN|OPERATES_IN|CITIZEN_OF|EMPLOYED_BY|TRANSFERRED_IN|HEADED_BY|LED_BY|FOUNDED_BY|HAS_MEMBER|HAS_PART|JURISDICTION]->(y:Entity)
WHERE r.claims IS NOT NULL
RETURN x.id AS subject_id, x.name AS subject, type(r) AS relation, y.id AS object_id, y.name AS object,
       null AS value, r.valid AS valid, r.status AS status, r.claims AS claims
UNION ALL
MATCH (x:Entity {id: $entity})<-[r:CONCERNS|INVOLVES|VICTIM|ALLEGED_PERPETRATOR|JUDGE|CONDUCTED_BY|MADE_BY|HAS_PARTY|IN_COURT|EMPLOYED_BY|OFFICE_IN|PUBLISHED_BY]-(y:Entity)
WHERE r.claims IS NOT NULL
RETURN y.id AS subject_id, y.name AS subject, type(r) AS relation, x.id AS object_id, x.name AS object,
       null AS value, r.valid AS valid, r.status AS status, r.claims AS claims
UNION ALL
MATCH (x:Entity {id: $entity})-[r]->(y:Entity)
WHERE r.degree IS NOT NULL
MATCH (x)<-[:SUBJECT|OBJECT]-(c:Claim)-[:SUBJECT|OBJECT]->(y)
WHERE c.id IN r.claims AND NOT (r.inferred AND type(r) = 'PARENT_OF')
RETURN x.id AS subject_id, x.name AS subject, type(r) AS relation, y.id AS object_id, y.name AS object,
       null AS value, r.valid AS valid, r.status AS status, r.claims AS claims
