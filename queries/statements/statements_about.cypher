//+ title: {en: "What was said about something", es: "Qué se dijo sobre algo"}
//+ about:
//+   en: "Statements and attributed views about a topic, with who said it. `about` shows what the words are about: the topic itself, or the transfer in which the person was handed over, the policy that the transfer is part of, or the government of the country. A statement is not a fact."
//+   es: "Declaraciones y opiniones atribuidas sobre un tema, con quién lo dijo. `about` muestra de qué trata: el tema mismo, o el traslado en que se entregó a la persona, la política de la que el traslado es parte, o el gobierno del país. Una declaración no es un hecho."
//+ answer: {en: "What was said about {topic}, according to the sources: {n}.", es: "Lo que se dijo sobre {topic}, según las fuentes: {n}."}
//+ ask:
//+   en:
//+     - "what (was|is|has been) said (about|on|of) {topic}"
//+     - "who said what (about|on) {topic}"
//+     - "who (commented on|spoke about|said something about|made statements about) {topic}"
//+     - "[list|show] [all] [the] (statements|remarks|comments|quotes) (about|on|regarding|concerning) {topic}"
//+     - "(which|what) (statements|remarks|comments) (are there|were there|were made|have been made) (about|on|regarding) {topic}"
//+     - "what are the statements (about|on) {topic}"
//+   es:
//+     - "qué se (dijo|dice|ha dicho|declaró) (sobre|acerca de|de|del|respecto a) {topic}"
//+     - "quién dijo qué (sobre|de) {topic}"
//+     - "(quién|quiénes) (habló|hablaron|opinó|opinaron|comentó|comentaron|se pronunció|se pronunciaron) (sobre|acerca de|de) {topic}"
//+     - "[lista de] [las] (declaraciones|opiniones atribuidas) (sobre|acerca de) {topic}"
//+     - "(qué|cuáles) declaraciones (hay|hubo|se hicieron) (sobre|acerca de) {topic}"
//+ examples: [{topic: transfer/2025-08-12}, {topic: event/us-military-action-in-mexico}, {topic: place/mexico}, {topic: person/rafael-caro-quintero}]
//+ parameters:
//+   topic: {type: Entity, required: true}
//+ columns: {speaker: "Actor[]", text: text, status: text, about: "Entity[]", statement: Communication, date: text}
//+ order: [date, statement, text]
MATCH (t:Claim)-[:SUBJECT]->(s:Entity)
WHERE t.predicate IN ['text', 'description'] AND t.rank <> 'deprecated'
WITH t, s
WHERE (EXISTS { (t)-[:ATTRIBUTED_TO]->(:Entity) } OR (t.predicate = 'text' AND s:Communication))
  AND (EXISTS { (s)-[:ABOUT*0..1]->(:Entity {id: $topic}) }
    OR EXISTS { (s)-[:ABOUT*0..1]->(:Entity)<-[:TRANSFERRED_IN]-(:Entity {id: $topic}) }
    OR EXISTS { (s)-[:ABOUT*0..1]->(:Entity)-[:JURISDICTION]->(:Entity {id: $topic}) }
    OR EXISTS { MATCH (s)-[:ABOUT*0..1]->(:Entity)-[:INVOLVES]->(v:Entity {id: $topic}) WHERE v:Transfer }
    OR EXISTS { MATCH (s)-[:ABOUT*0..1]->(g:Government) MATCH (k:Entity {id: $topic})
      WHERE k:Country AND g.name ENDS WITH k.name })
MATCH (s)<-[:SUBJECT]-(c:Claim)
WITH t, s, c
WHERE c.id = t.id OR (s:Communication AND c.predicate IN ['date_claimed', 'MADE_BY', 'ABOUT']
  AND c.drawn)
OPTIONAL MATCH (c)-[:OBJECT]->(o:Entity)
RETURN [(t)-[:ATTRIBUTED_TO]->(a:Entity) | a.name]
         + CASE WHEN s:Communication AND c.predicate = 'MADE_BY' THEN [o.name] ELSE [] END AS speaker,
       [(t)-[:ATTRIBUTED_TO]->(a:Entity) | a.id]
         + CASE WHEN s:Communication AND c.predicate = 'MADE_BY' THEN [o.id] ELSE [] END AS speaker_id,
       t.value AS text, t.status AS status,
       CASE WHEN NOT s:Communication THEN [s.name] WHEN c.predicate = 'ABOUT' THEN [o.name] ELSE [] END AS about,
       CASE WHEN NOT s:Communication THEN [s.id] WHEN c.predicate = 'ABOUT' THEN [o.id] ELSE [] END AS about_id,
       CASE WHEN s:Communication THEN s.id END AS statement_id,
       CASE WHEN s:Communication THEN s.name END AS statement,
       CASE WHEN s:Communication THEN s.date END AS date, [c.id] AS claims
