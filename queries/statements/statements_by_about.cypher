//+ title: {en: "What someone said about something", es: "Qué dijo alguien sobre algo"}
//+ about:
//+   en: "What a speaker said about a topic according to the sources. `about` shows what the words are about: the topic itself, or the transfer in which the person was handed over, the policy that the transfer is part of, or the government of the country. A statement is not a fact."
//+   es: "Lo que dijo alguien sobre un tema según las fuentes. `about` muestra de qué trata: el tema mismo, o el traslado en que se entregó a la persona, la política de la que el traslado es parte, o el gobierno del país. Una declaración no es un hecho."
//+ answer: {en: "What {speaker} said about {topic}, according to the sources: {n}.", es: "Lo que dijo {speaker} sobre {topic}, según las fuentes: {n}."}
//+ ask:
//+   en:
//+     - "what (did|does) {speaker} (say|state|declare|claim|think) (about|on|regarding|concerning|of) {topic}"
//+     - "what has {speaker} (said|stated|declared) (about|on|regarding|concerning) {topic}"
//+     - "what (was|is) {speaker}'s (statement|comment|position|view|opinion|reaction) (about|on|regarding|to) {topic}"
//+     - "how did {speaker} (describe|characterize|characterise|comment on|react to|respond to|call) {topic}"
//+     - "[list|show] [all] [the] (statements|remarks|quotes) (by|of|from) {speaker} (about|on|regarding) {topic}"
//+     - "{speaker}'s (statements|remarks) (about|on) {topic}"
//+     - "(which|what) (statements|remarks) (did|has) {speaker} (make|made) (about|on) {topic}"
//+   es:
//+     - "qué (dijo|dice|ha dicho|declaró|afirmó|opinó|opina|piensa|sostuvo) {speaker} (sobre|acerca de|respecto a|respecto de|acerca del|respecto al) {topic}"
//+     - "cómo (describió|calificó|comentó) {speaker} {topic}"
//+     - "cómo (describió|calificó) {speaker} (a|al) {topic}"
//+     - "[lista de] [las] (declaraciones|palabras) (de|del) {speaker} (sobre|acerca de) {topic}"
//+     - "(qué|cuáles) declaraciones (hizo|ha hecho) {speaker} (sobre|acerca de) {topic}"
//+     - "cuál (es|fue) la (postura|posición|opinión|declaración|reacción) (de|del) {speaker} (sobre|ante|acerca de|respecto a) {topic}"
//+     - "cómo reaccionó {speaker} (a|al|ante) {topic}"
//+ examples: [{speaker: person/claudia-sheinbaum-pardo, topic: transfer/2026-01-20}, {speaker: person/pamela-bondi, topic: transfer/2025-08-12}, {speaker: person/omar-garcia-harfuch, topic: transfer/2026-01-20}, {speaker: person/donald-trump, topic: place/mexico}, {speaker: person/donald-trump, topic: person/enrique-camarena}]
//+ parameters:
//+   speaker: {type: Actor, required: true}
//+   topic: {type: Entity, required: true}
//+ columns: {text: text, status: text, about: "Entity[]", statement: Communication, date: text}
//+ order: [date, statement, text]
MATCH (t:Claim)-[:SUBJECT]->(s:Entity)
WHERE t.predicate IN ['text', 'description'] AND t.rank <> 'deprecated'
WITH t, s
WHERE (EXISTS { (t)-[:ATTRIBUTED_TO]->(:Entity {id: $speaker}) }
  OR (t.predicate = 'text' AND s:Communication AND EXISTS { (s)-[:MADE_BY]->(:Entity {id: $speaker}) }))
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
RETURN t.value AS text, t.status AS status,
       CASE WHEN NOT s:Communication THEN [s.name] WHEN c.predicate = 'ABOUT' THEN [o.name] ELSE [] END AS about,
       CASE WHEN NOT s:Communication THEN [s.id] WHEN c.predicate = 'ABOUT' THEN [o.id] ELSE [] END AS about_id,
       CASE WHEN s:Communication THEN s.id END AS statement_id,
       CASE WHEN s:Communication THEN s.name END AS statement,
       CASE WHEN s:Communication THEN s.date END AS date, [c.id] AS claims
