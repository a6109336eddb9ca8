//+ title: {en: "What the sources disagree about", es: "En qué discrepan las fuentes"}
//+ about:
//+   en: "Claims that contradict each other, side by side: marked as contradictory by a reader, or different values of what has one value (a date, a number of people, a legal form). Rows with the same conflict belong together. For everything, or for one thing: it is on either side, or the event or tenure in dispute is its own."
//+   es: "Afirmaciones que se contradicen, una junto a otra: marcadas como contradictorias por quien las leyó, o valores distintos de lo que tiene uno solo (una fecha, un número de personas, una forma legal). Las filas con el mismo conflicto van juntas. De todo, o de una cosa: está en uno de los lados, o es suyo el acontecimiento o periodo en disputa."
//+ answer: {en: "Claims in conflict: {n}.", es: "Afirmaciones en conflicto: {n}."}
//+ ask:
//+   en:
//+     - "(what|where) do [the] (sources|articles|claims) (disagree|differ|conflict|contradict each other) [about|on]"
//+     - "[list|show] [me] [all] [the] (conflicts|contradictions|disagreements) [between the sources|between sources|between the articles|among the sources|in the sources]"
//+     - "(which|what) claims (contradict each other|conflict|are contradictory|are in conflict|are contradicted)"
//+     - "(which|what) (contradictions|conflicts|disagreements) are there [between the sources|between sources|in the sources]"
//+     - "(what|where) do [the] (sources|articles) (disagree|differ|conflict|contradict each other) [about] (regarding|about|on|over|concerning) {entity}"
//+     - "(what|where) do [the] (sources|articles) (disagree|differ|conflict|contradict each other) [about] (regarding|about|on|over|concerning) the transfer (of|on) {transfer}"
//+     - "[list|show] [me] [all] [the] (conflicts|contradictions|disagreements) [between the sources|between sources] (about|on|over|regarding) {entity}"
//+     - "(which|what) (conflicts|contradictions|disagreements) (are there|exist) [between the sources] (about|on|over|regarding) {entity}"
//+     - "[list|show] [me] [all] [the] (conflicts|contradictions|disagreements) (about|on|over|regarding) the transfer (of|on) {transfer}"
//+     - "how do [the] (sources|articles) (disagree|differ) (about|on|over|regarding) {entity}"
//+     - "do [the] (sources|articles) (disagree|agree|contradict each other) (about|on|over|regarding) {entity}"
//+   es:
//+     - "en qué (discrepan|difieren|no coinciden|se contradicen|no están de acuerdo) [las|los] (fuentes|artículos)"
//+     - "(qué|cuáles) (contradicciones|conflictos|discrepancias) hay [entre las fuentes|en las fuentes|entre los artículos]"
//+     - "[lista|enumera|muestra] [todas] [las|los] (contradicciones|conflictos|discrepancias) [entre las fuentes|entre fuentes]"
//+     - "(qué|cuáles) afirmaciones (se contradicen|son contradictorias|están en conflicto)"
//+     - "en qué (discrepan|difieren|no coinciden|se contradicen|no están de acuerdo) [las|los] (fuentes|artículos) (sobre|acerca de|respecto de|respecto a|respecto al|en cuanto a|en cuanto al) {entity}"
//+     - "en qué (discrepan|difieren|no coinciden|se contradicen) [las|los] (fuentes|artículos) (sobre el|acerca del|respecto del|respecto al|en cuanto al) traslado (del|de) {transfer}"
//+     - "(qué|cuáles) (contradicciones|conflictos|discrepancias) hay [entre las fuentes] (sobre|acerca de|respecto de|respecto a) {entity}"
//+     - "(qué|cuáles) (contradicciones|conflictos|discrepancias) hay [entre las fuentes] (sobre el|acerca del|respecto del) traslado (del|de) {transfer}"
//+     - "[lista|enumera|muestra] [las|los] (contradicciones|conflictos|discrepancias) [entre las fuentes] (sobre|acerca de) {entity}"
//+ examples: [{}, {entity: transfer/2025-08-12}, {transfer: transfer/2025-02-27}, {entity: person/ruben-oseguera-gonzalez}, {entity: person/rosa-a}]
//+ parameters:
//+   entity: {type: Entity, default: null}
//+   transfer: {type: Transfer, default: null, about: "the same, for a transfer that is named by its date"}
//+ columns: {conflict: text, subject: Entity, relation: text, object: Entity, value: text, source: Source, quote: text, speakers: "Actor[]", status: text, rank: text}
//+ order: [conflict, subject, relation, value, source]
CALL {
  MATCH (a:Claim)-[:CONTRADICTS]-(b:Claim)
  WHERE a.id < b.id
  RETURN a.id AS one, b.id AS two
  UNION
  MATCH (a:Claim)-[:SUBJECT]->(s:Entity)
  WHERE a.predicate IN ['date_claimed', 'people_count', 'named_count', 'aircraft_count', 'city_count', 'legal_form']
    AND NOT a.status IN ['opinion', 'denied', 'threatened', 'promised']
  MATCH (s)<-[:SUBJECT]-(b:Claim)
  WHERE b.predicate = a.predicate AND a.id < b.id AND a.value <> b.value AND NOT b.status IN ['opinion', 'denied', 'threatened', 'promised']
  WITH a, b,
       split(replace(replace(a.value, '~', ''), '?', ''), '/') AS a_parts,
       split(replace(replace(b.value, '~', ''), '?', ''), '/') AS b_parts
  WITH a, b, a_parts[0] AS a1, a_parts[size(a_parts) - 1] AS a2,
       b_parts[0] AS b1, b_parts[size(b_parts) - 1] AS b2
  WHERE (a.rank <> 'deprecated' OR b.rank <> 'deprecated')
    AND (a.predicate <> 'date_claimed'
      OR NOT ((a1 IN ['', '..'] OR b1 IN ['', '..'] OR a1 STARTS WITH b1 OR b1 STARTS WITH a1)
        AND (a2 IN ['', '..'] OR b2 IN ['', '..'] OR a2 STARTS WITH b2 OR b2 STARTS WITH a2)))
  RETURN a.id AS one, b.id AS two
}
MATCH (a:Entity {id: one})
MATCH (b:Entity {id: two})
WITH one, two,
     [(a)-[:SUBJECT|OBJECT]->(x) | x.id] + [(b)-[:SUBJECT|OBJECT]->(x) | x.id]
     + [(a)-[:SUBJECT]->(e)-[:CONCERNS|INVOLVES|VICTIM|ALLEGED_PERPETRATOR|HOLDER|OFFICE|HEADED_BY]->(x) | x.id]
     + [(b)-[:SUBJECT]->(e)-[:CONCERNS|INVOLVES|VICTIM|ALLEGED_PERPETRATOR|HOLDER|OFFICE|HEADED_BY]->(x) | x.id]
     + [(a)-[:SUBJECT]->(e:Extradition)-[:TRANSFER_OF]->(x) | x.id]
     + [(b)-[:SUBJECT]->(e:Extradition)-[:TRANSFER_OF]->(x) | x.id] AS touched
WHERE ($entity IS NULL OR $entity IN touched) AND ($transfer IS NULL OR $transfer IN touched)
UNWIND [one, two] AS side
MATCH (c:Entity {id: side})
MATCH (c)-[:SUBJECT]->(s:Entity)
MATCH (c)-[:STATED_IN]->(t:Source)
OPTIONAL MATCH (c)-[:OBJECT]->(o:Entity)
RETURN one AS conflict, s.id AS subject_id, s.name AS subject,
       c.predicate AS relation, o.id AS object_id, o.name AS object, c.value AS value,
       t.id AS source_id, t.name AS source,
       c.quote AS quote,
       [(c)-[:ATTRIBUTED_TO]->(speaker) | speaker.name] AS speakers, [(c)-[:ATTRIBUTED_TO]->(speaker) | speaker.id] AS speakers_id,
       c.status AS status, c.rank AS rank, [c.id] AS claims
