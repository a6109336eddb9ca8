//+ title: {en: "What the sources disagree about", es: "En qué discrepan las fuentes"}
//+ about:
//+   en: "Claims that contradict each other, side by side: marked as contradictory by a reader, or different values at one time of what has one value (a date, a number of people, the holder of a term, extradition or another legal form), or what one side says and the other denies. Rows with the same conflict belong together. For everything, or for one thing: it is on either side, or the event or tenure in dispute is its own."
//+   es: "Afirmaciones que se contradicen, una junto a otra: marcadas como contradictorias por quien las leyó, o valores distintos en un mismo tiempo de lo que tiene uno solo (una fecha, un número de personas, el titular de un periodo, extradición u otra forma legal), o lo que una parte dice y la otra niega. Las filas con el mismo conflicto van juntas. De todo, o de una cosa: está en uno de los lados, o es suyo el acontecimiento o periodo en disputa."
//+ parameters:
//+   topic: {type: Entity, default: null}
//+   subject: {type: Entity, default: null}
//+ columns: {conflict: text, topic: "Entity[]", subject: Entity, relation: text, object: Entity, value: text, source: Source, quote: text, speaker: "Actor[]", status: text, rank: text}
//+ order: [conflict, subject, relation, value, source]
//+ from: topic
//+ to: subject
//+ attributes: [relation, object, value, source, status]
//+ words:
//+   en:
//+     subject: [contradiction, disagreement, discrepancy, inconsistency, conflicts, contradictions,
//+       disagreements, discrepancies, differing accounts, divergent accounts, contested fact,
//+       contested claim, clash of sources, differing versions, conflicting claims, conflicting reports,
//+       conflicting accounts, discrepant data, disputed fact, disputed facts, conflict between sources,
//+       conflicts between sources, disputes between sources]
//+     source -> topic: [disagree, contradict, differ, diverge, agree, agree on, at odds,
//+       say different things, tell different stories, not agree, clash over, dispute over, in conflict,
//+       not match, conflict, conflict on, disagree on, differ on, disagree about, differ about,
//+       not coincide]
//+   es:
//+     subject: [contradicción, discrepancia, desacuerdo, inconsistencia, contradicciones, discrepancias,
//+       desacuerdos, versiones encontradas, versiones contradictorias, versiones distintas,
//+       datos contradictorios, hechos en disputa, datos en conflicto, fuentes encontradas,
//+       contradicción entre fuentes, contradicciones entre fuentes, discrepancia entre fuentes]
//+     source -> topic: [discrepar, contradecir, diferir, difieren, disentir, coincidir, concordar,
//+       estar de acuerdo, ponerse de acuerdo, se contradicen, dar versiones distintas,
//+       decir cosas distintas, chocar las fuentes, no cuadrar, no ponerse de acuerdo, contraponerse,
//+       no concordar, divergir, no coincidir, chocar, discrepar sobre, diferir en]
//+ says:
//+   en: "{source}: {subject} {relation}[ {object}][ {value}] ({status})"
//+   es: "{source}: {subject} {relation}[ {object}][ {value}] ({status})"
//+ questions:
//+   en: ["What do the sources disagree about regarding the transfer of 2025-08-12?", "Which contradictions are there about Rosa A.?"]
//+   es: ["¿En qué discrepan las fuentes sobre el traslado de 2025-08-12?", "¿Qué contradicciones hay sobre Rubén Oseguera González?"]
//+ examples:
//+   - {}
//+   - {topic: transfer/2025-08-12}
//+   - {topic: transfer/2025-02-27}
//+   - {topic: person/ruben-oseguera-gonzalez}
//+   - {topic: person/rosa-a}
CALL {
//? subject: MATCH (:Entity {id: $subject})<-[:SUBJECT]-(:Claim)-[:CONTRADICTS*0..1]-(a:Claim) WITH DISTINCT a
//? topic: MATCH (:Entity {id: $topic})<-[:CONCERNS|INVOLVES|VICTIM|ALLEGED_PERPETRATOR|HOLDER|OFFICE|HEADED_BY|TRANSFER_OF*0..1]-(:Entity)<-[:SUBJECT|OBJECT]-(:Claim)-[:CONTRADICTS*0..1]-(a:Claim) WITH DISTINCT a
  MATCH (a:Claim)-[:CONTRADICTS]-(b:Claim)
  WHERE a.id < b.id
  RETURN a.id AS one, b.id AS two
  UNION
//? subject: MATCH (s:Entity {id: $subject})
//? topic: MATCH (:Entity {id: $topic})<-[:CONCERNS|INVOLVES|VICTIM|ALLEGED_PERPETRATOR|HOLDER|OFFICE|HEADED_BY|TRANSFER_OF*0..1]-(:Entity)<-[:SUBJECT|OBJECT]-(said:Claim) MATCH (said)-[:SUBJECT]->(s:Entity) WITH DISTINCT s
  MATCH (a:Claim)-[:SUBJECT]->(s:Entity)
  WHERE a.predicate IN ['date_claimed', 'people_count', 'named_count', 'aircraft_count', 'city_count', 'legal_form', 'HOLDER', 'OFFICE']
    AND NOT a.status IN ['opinion', 'denied', 'threatened', 'promised']
  MATCH (s)<-[:SUBJECT]-(b:Claim)
  WHERE b.predicate = a.predicate AND a.id < b.id AND NOT b.status IN ['opinion', 'denied', 'threatened', 'promised']
  OPTIONAL MATCH (a)-[:OBJECT]->(x:Entity)
  OPTIONAL MATCH (b)-[:OBJECT]->(y:Entity)
  WITH a, b, coalesce(a.value, x.id) AS a_says, coalesce(b.value, y.id) AS b_says,
       split(replace(replace(a.value, '~', ''), '?', ''), '/') AS a_parts,
       split(replace(replace(b.value, '~', ''), '?', ''), '/') AS b_parts,
       split(replace(replace(replace(coalesce(a.valid, ''), '~', ''), '?', ''), '..', ''), '/') AS a_valid,
       split(replace(replace(replace(coalesce(b.valid, ''), '~', ''), '?', ''), '..', ''), '/') AS b_valid
  WHERE a_says <> b_says
  WITH a, b, toLower(a.value) = 'extradition' AS a_extradites, toLower(b.value) = 'extradition' AS b_extradites,
       a_parts[0] AS a1, a_parts[size(a_parts) - 1] AS a2,
       b_parts[0] AS b1, b_parts[size(b_parts) - 1] AS b2,
       a_valid[0] AS a_from, a_valid[size(a_valid) - 1] AS a_to,
       b_valid[0] AS b_from, b_valid[size(b_valid) - 1] AS b_to
  WHERE (a.rank <> 'deprecated' OR b.rank <> 'deprecated')
    AND (a.predicate <> 'legal_form' OR a_extradites <> b_extradites)
    AND (a.predicate <> 'date_claimed'
      OR NOT ((a1 IN ['', '..'] OR b1 IN ['', '..'] OR a1 STARTS WITH b1 OR b1 STARTS WITH a1)
        AND (a2 IN ['', '..'] OR b2 IN ['', '..'] OR a2 STARTS WITH b2 OR b2 STARTS WITH a2)))
    AND (a_to = '' OR b_from = '' OR a_to >= b_from OR b_from STARTS WITH a_to)
    AND (b_to = '' OR a_from = '' OR b_to >= a_from OR a_from STARTS WITH b_to)
  RETURN a.id AS one, b.id AS two
  UNION
//? subject: MATCH (s:Entity {id: $subject})
//? topic: MATCH (:Entity {id: $topic})<-[:CONCERNS|INVOLVES|VICTIM|ALLEGED_PERPETRATOR|HOLDER|OFFICE|HEADED_BY|TRANSFER_OF*0..1]-(:Entity)<-[:SUBJECT|OBJECT]-(said:Claim) MATCH (said)-[:SUBJECT]->(s:Entity) WITH DISTINCT s
  MATCH (a:Claim)-[:SUBJECT]->(s:Entity)
  WHERE a.status = 'denied'
  MATCH (s)<-[:SUBJECT]-(b:Claim)
  WHERE b.predicate = a.predicate AND b.status <> 'denied'
  OPTIONAL MATCH (a)-[:OBJECT]->(x:Entity)
  OPTIONAL MATCH (b)-[:OBJECT]->(y:Entity)
  WITH a, b, s:Event AS happens, coalesce(a.value, x.id) AS a_says, coalesce(b.value, y.id) AS b_says
  WHERE (happens OR a_says = b_says) AND (a.rank <> 'deprecated' OR b.rank <> 'deprecated')
  RETURN CASE WHEN a.id < b.id THEN a.id ELSE b.id END AS one,
         CASE WHEN a.id < b.id THEN b.id ELSE a.id END AS two
}
MATCH (a:Entity {id: one})
MATCH (b:Entity {id: two})
WITH one, two,
     [(a)-[:SUBJECT|OBJECT]->(x) | x] + [(b)-[:SUBJECT|OBJECT]->(x) | x]
     + [(a)-[:SUBJECT]->(e)-[:CONCERNS|INVOLVES|VICTIM|ALLEGED_PERPETRATOR|HOLDER|OFFICE|HEADED_BY]->(x) | x]
     + [(b)-[:SUBJECT]->(e)-[:CONCERNS|INVOLVES|VICTIM|ALLEGED_PERPETRATOR|HOLDER|OFFICE|HEADED_BY]->(x) | x]
     + [(a)-[:SUBJECT]->(e:Extradition)-[:TRANSFER_OF]->(x) | x]
     + [(b)-[:SUBJECT]->(e:Extradition)-[:TRANSFER_OF]->(x) | x] AS topic
WHERE $topic IS NULL OR any(x IN topic WHERE x.id = $topic)
UNWIND [one, two] AS side
MATCH (c:Entity {id: side})
MATCH (c)-[:SUBJECT]->(s:Entity)
WHERE $subject IS NULL OR s.id = $subject
MATCH (c)-[:STATED_IN]->(t:Source)
OPTIONAL MATCH (c)-[:OBJECT]->(o:Entity)
RETURN one + ' ' + two AS conflict, [x IN topic | x.name] AS topic, [x IN topic | x.id] AS topic_id, s.id AS subject_id, s.name AS subject,
       c.predicate AS relation, o.id AS object_id, o.name AS object, c.value AS value,
       t.id AS source_id, t.name AS source,
       c.quote AS quote,
       [(c)-[:ATTRIBUTED_TO]->(a1:Entity) | a1.name] AS speaker, [(c)-[:ATTRIBUTED_TO]->(a1:Entity) | a1.id] AS speaker_id,
       c.status AS status, c.rank AS rank, [c.id] AS claims
