//+ title: {en: "Opinions about something", es: "Opiniones sobre algo"}
//+ about:
//+   en: "Claims with the status opinion that are about a thing, or stand in a statement about it: with whose opinion it is, or none named where it is the source's own, and the source. An opinion is never a fact here."
//+   es: "Afirmaciones con el estado de opinión que son sobre algo, o que están en una declaración sobre ello: con de quién es la opinión, o nadie si es de la propia fuente, y la fuente. Aquí una opinión nunca es un hecho."
//+ answer: {en: "Opinions about {entity}, none of them a fact: {n}.", es: "Opiniones sobre {entity}, ninguna un hecho: {n}."}
//+ ask:
//+   en:
//+     - "(which|what) opinions (are there|exist|are held|were voiced) (about|on|of|regarding) {entity}"
//+     - "[list|show] [all] [the] opinions (about|on|of|regarding) {entity}"
//+     - "what (do|did) people (think|say they think) (about|of) {entity}"
//+     - "what (is|was) thought (about|of) {entity}"
//+     - "who thinks what (about|of) {entity}"
//+     - "what (is|are) the (opinion|opinions) (about|on|of) {entity}"
//+     - "how (is|are|was|were) {entity} (judged|assessed|evaluated|viewed|seen)"
//+   es:
//+     - "(qué|cuáles) opiniones (hay|existen|hubo) (sobre|acerca de|de|del|respecto a) {entity}"
//+     - "[lista de] [las] opiniones (sobre|acerca de|respecto a) {entity}"
//+     - "qué se (opina|piensa|opinó) (sobre|acerca de|de|del) {entity}"
//+     - "quién opina qué (sobre|de) {entity}"
//+     - "cómo se (valora|juzga|evalúa|ve|considera) {entity}"
//+     - "cómo se (valora|juzga|evalúa|ve|considera) (a|al) {entity}"
//+ examples: [{entity: event/agreement-no-death-penalty}, {entity: transfer/2025-08-12}, {entity: person/claudia-sheinbaum-pardo}, {entity: person/enrique-camarena}]
//+ parameters:
//+   entity: {type: Entity, required: true}
//+ columns: {speaker: "Actor[]", subject: Entity, predicate: text, text: text, object: Entity, source: Source}
//+ order: [subject, predicate, text]
MATCH (c:Claim)-[:SUBJECT]->(s:Entity)
WHERE c.status = 'opinion' AND c.rank <> 'deprecated'
MATCH (c)-[:STATED_IN]->(x:Source)
WITH c, s, x
WHERE s.id = $entity OR EXISTS { (c)-[:OBJECT]->(:Entity {id: $entity}) }
   OR EXISTS { (s)-[:ABOUT]->(:Entity {id: $entity}) }
OPTIONAL MATCH (c)-[:OBJECT]->(o:Entity)
RETURN [(c)-[:ATTRIBUTED_TO]->(a:Entity) | a.name] AS speaker,
       [(c)-[:ATTRIBUTED_TO]->(a:Entity) | a.id] AS speaker_id,
       s.id AS subject_id, s.name AS subject, c.predicate AS predicate, c.value AS text,
       o.id AS object_id, o.name AS object, x.id AS source_id, x.name AS source, [c.id] AS claims
