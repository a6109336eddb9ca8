//+ title: {en: "Claims", es: "Afirmaciones"}
//+ about:
//+   en: "What sources say, claim by claim, of every status and rank: about what, with the source, the place in it, the quotation and the speakers. The rank deprecated marks what was put right; the status denied, what somebody denies."
//+   es: "Lo que dicen las fuentes, afirmación por afirmación, de todo estado y rango: sobre qué, con la fuente, el lugar en ella, la cita y quienes hablan. El rango deprecated marca lo que se corrigió; el estado denied, lo que alguien niega."
//+ parameters:
//+   subject: {type: Entity, default: null}
//+   object: {type: Entity, default: null}
//+   speaker: {type: Actor, default: null}
//+   source: {type: Source, default: null}
//+   relation: {type: text, default: null, about: "as MEMBER_OF or date_claimed"}
//+   status: {type: text, default: null, about: "stated, reported, opinion, alleged, denied, threatened, promised, charged, pleaded_guilty, convicted, sentenced, acquitted or dismissed"}
//+   rank: {type: text, default: null, about: "preferred, normal or deprecated"}
//+ columns: {subject: Entity, relation: text, object: Entity, value: text, source: Source, locator: text, quote: text, speaker: "Actor[]", status: text, rank: text}
//+ order: [source, locator, subject, relation]
//+ from: subject
//+ to: source
//+ attributes: [relation, object, value, status]
//+ says:
//+   en: "{source}: {subject} {relation}[ {object}][ {value}] ({status}, {rank})"
//+   es: "{source}: {subject} {relation}[ {object}][ {value}] ({status}, {rank})"
//+ questions:
//+   en: ["Which claims are attributed to Pam Bondi?", "Which deprecated claims are there about Rosa A.?"]
//+   es: ["¿Qué afirmaciones se atribuyen a Pam Bondi?", "¿Qué afirmaciones hay sobre Rosa A.?"]
//+ examples:
//+   - {subject: person/lucio-hernandez-lechuga, object: organization/los-zetas}
//+   - {speaker: person/pamela-bondi}
//+   - {source: source/df208c2b269460e3, relation: MADE_BY}
//+   - {status: denied}
//+   - {status: threatened}
//+   - {rank: deprecated}
//+   - {subject: event/extradition-2020-02-ruben-oseguera-gonzalez, relation: date_claimed}
//+   - {subject: person/rosa-a}
//? subject: MATCH (s:Entity {id: $subject})<-[:SUBJECT]-(c:Claim) WITH DISTINCT c
//? object: MATCH (o:Entity {id: $object})<-[:OBJECT]-(c:Claim) WITH DISTINCT c
//? speaker: MATCH (a:Entity {id: $speaker})<-[:ATTRIBUTED_TO]-(c:Claim) WITH DISTINCT c
//? source: MATCH (t:Entity {id: $source})<-[:STATED_IN]-(c:Claim) WITH DISTINCT c
MATCH (c:Claim)
WHERE ($relation IS NULL OR c.predicate = $relation) AND ($status IS NULL OR c.status = $status)
  AND ($rank IS NULL OR c.rank = $rank)
  AND ($speaker IS NULL OR EXISTS { MATCH (c)-[:ATTRIBUTED_TO]->(:Entity {id: $speaker}) })
MATCH (c)-[:SUBJECT]->(s:Entity)
WHERE $subject IS NULL OR s.id = $subject
MATCH (c)-[:STATED_IN]->(t:Source)
WHERE $source IS NULL OR t.id = $source
OPTIONAL MATCH (c)-[:OBJECT]->(o:Entity)
WITH c, s, t, o
WHERE $object IS NULL OR o.id = $object
RETURN s.id AS subject_id, s.name AS subject, c.predicate AS relation, o.id AS object_id, o.name AS object,
       c.value AS value, t.id AS source_id, t.name AS source, c.locator AS locator, c.quote AS quote,
       [(c)-[:ATTRIBUTED_TO]->(a:Entity) | a.name] AS speaker, [(c)-[:ATTRIBUTED_TO]->(a:Entity) | a.id] AS speaker_id,
       c.status AS status, c.rank AS rank, [c.id] AS claims
