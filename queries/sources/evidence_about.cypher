//+ title: {en: "Everything claimed about something", es: "Todo lo afirmado sobre algo"}
//+ about:
//+   en: "Every claim in which a thing is the subject or the object, of every status and rank, with its source and the place in it."
//+   es: "Toda afirmación en que una cosa es sujeto u objeto, de cualquier estado y rango, con su fuente y el lugar en ella."
//+ answer: {en: "Claims about {entity}: {n}.", es: "Afirmaciones sobre {entity}: {n}."}
//+ ask:
//+   en:
//+     - "(what is the evidence|what evidence is there|show the evidence|what evidence do we have|what evidence exists) (about|on|for) {entity}"
//+     - "[list|show] [me] [all] [the] (claims|evidence) (about|on) {entity}"
//+     - "(which|what) claims (are there about|concern|are about|exist about) {entity}"
//+     - "what do [the] (sources|articles) say about {entity}"
//+     - "what (is known|do we know|is claimed|is reported) about {entity}"
//+   es:
//+     - "(qué evidencia hay|cuál es la evidencia|qué pruebas hay|qué afirmaciones hay|qué evidencia existe) (sobre|de|del) {entity}"
//+     - "[lista|enumera|muestra] [todas] [las] (afirmaciones|pruebas) (sobre|acerca de|acerca del) {entity}"
//+     - "qué dicen [las|los] (fuentes|artículos) (sobre|de|del) {entity}"
//+     - "qué (se sabe|sabemos|se afirma) (sobre|de|del|acerca de) {entity}"
//+ examples: [{entity: event/killing-1985-enrique-camarena}, {entity: person/enrique-camarena}]
//+ parameters:
//+   entity: {type: Entity, required: true}
//+ columns: {subject: Entity, relation: text, object: Entity, value: text, source: Source, locator: text, quote: text, speakers: "Actor[]", status: text, rank: text}
//+ order: [subject, relation, source]
MATCH (x:Entity {id: $entity})<-[:SUBJECT|OBJECT]-(c:Claim)
MATCH (c)-[:SUBJECT]->(s:Entity)
MATCH (c)-[:STATED_IN]->(t:Source)
OPTIONAL MATCH (c)-[:OBJECT]->(o:Entity)
RETURN s.id AS subject_id, s.name AS subject,
       c.predicate AS relation, o.id AS object_id, o.name AS object, c.value AS value,
       t.id AS source_id, t.name AS source,
       c.locator AS locator, c.quote AS quote,
       [(c)-[:ATTRIBUTED_TO]->(speaker) | speaker.name] AS speakers, [(c)-[:ATTRIBUTED_TO]->(speaker) | speaker.id] AS speakers_id,
       c.status AS status, c.rank AS rank, [c.id] AS claims
