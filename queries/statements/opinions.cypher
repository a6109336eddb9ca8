//+ title: {en: "Opinions", es: "Opiniones"}
//+ about:
//+   en: "Claims with the status opinion, whose opinion it is, or none named where it is the source's own, what it is about, and the source. An opinion is never a fact here."
//+   es: "Afirmaciones con el estado de opinión, de quién es, o nadie donde es de la propia fuente, sobre qué es, y la fuente. Una opinión nunca es aquí un hecho."
//+ parameters:
//+   speaker: {type: Actor, default: null}
//+   topic: {type: Entity, default: null}
//+   source: {type: Source, default: null}
//+ columns: {claim: text, speaker: "Actor[]", topic: "Entity[]", relation: text, text: text, source: Source}
//+ order: [relation, text, source]
//+ from: speaker
//+ to: text
//+ attributes: [speaker, source]
//+ words:
//+   en:
//+     text: [opinion, view, assessment, evaluation, criticism, praise, opinions, criticisms, viewpoint,
//+       point of view, perspective, sentiment, belief, thoughts, impression, analysis, expert view,
//+       expert opinion, critique, concern, worry, appraisal, doubt, expert views, take on, takes on,
//+       reading of the situation, verdict of analysts, prognosis, outlook, reservations, misgivings,
//+       expert assessment, analyst assessment]
//+     speaker -> topic: [think, believe, judge, assess, consider, opine, evaluate, consider as,
//+       warn that, call into question, view, regard, see as, rate, make of, hold that, fear,
//+       worry about, doubt, call]
//+   es:
//+     text: [opinión, valoración, crítica, punto de vista, parecer, opiniones, críticas, evaluación,
//+       visión, perspectiva, análisis, apreciación, valoraciones, impresión, preocupación, duda,
//+       cuestionamiento, punto de vista de los expertos, juicio de los expertos, lectura,
//+       pronóstico de los expertos, reservas, temores, opinión experta, balance]
//+     speaker -> topic: [opinar, pensar, piensa, creer, considerar, valorar, evaluar, desconfiar,
//+       advertir que, estimar, ver como, temer, preocuparse por, dudar de, desaprobar, mirar con recelo]
//+ says:
//+   en: "[{speaker}: ]{text} (opinion; {source})"
//+   es: "[{speaker}: ]{text} (opinión; {source})"
//+ questions:
//+   en: ["Which opinions are there about the transfer of 2025-08-12?", "What does Donald Trump think about Claudia Sheinbaum?"]
//+   es: ["¿Qué opiniones hay sobre el traslado de 2025-08-12?", "¿Qué opiniones hay sobre Claudia Sheinbaum?"]
//+ examples:
//+   - {topic: event/agreement-no-death-penalty}
//+   - {topic: transfer/2025-08-12}
//+   - {topic: person/claudia-sheinbaum-pardo}
//? speaker: MATCH (:Entity {id: $speaker})<-[:ATTRIBUTED_TO]-(c:Claim) WITH DISTINCT c
//? source: MATCH (:Entity {id: $source})<-[:STATED_IN]-(c:Claim) WITH DISTINCT c
//? topic: MATCH (:Entity {id: $topic})<-[:ABOUT*0..1]-(:Entity)<-[:SUBJECT|OBJECT]-(c:Claim) WITH DISTINCT c
MATCH (c:Claim)-[:SUBJECT]->(s:Entity)
WHERE c.status = 'opinion' AND c.rank <> 'deprecated'
MATCH (c)-[:STATED_IN]->(w:Source)
OPTIONAL MATCH (c)-[:OBJECT]->(o:Entity)
WITH c, w, o, [s] + [(c)-[:OBJECT]->(x:Entity) | x] + [(s)-[:ABOUT]->(x:Entity) | x] AS topic,
     [(c)-[:ATTRIBUTED_TO]->(a:Entity) | a] AS speaker
WITH c, w, o, topic, speaker
WHERE ($source IS NULL OR w.id = $source)
  AND ($speaker IS NULL OR any(x IN speaker WHERE x.id = $speaker)) AND ($topic IS NULL OR any(x IN topic WHERE x.id = $topic))
RETURN c.id AS claim, [x IN speaker | x.name] AS speaker, [x IN speaker | x.id] AS speaker_id,
       [x IN topic | x.name] AS topic, [x IN topic | x.id] AS topic_id,
       c.predicate AS relation, coalesce(c.value, o.name) AS text, w.id AS source_id, w.name AS source, [c.id] AS claims
