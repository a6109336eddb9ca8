//+ title: {en: "What someone said", es: "Qué dijo alguien"}
//+ about:
//+   en: "What a speaker said according to the sources: statements, threats, demands and offers that the speaker made, and views that a source attributes to the speaker. The status says whether it is stated, an opinion, a threat, a promise or a denial; a statement is not a fact."
//+   es: "Lo que dijo alguien según las fuentes: declaraciones, amenazas, exigencias y ofertas que hizo, y opiniones que una fuente le atribuye. El estado dice si es una afirmación, opinión, amenaza, promesa o negación; una declaración no es un hecho."
//+ answer: {en: "What {speaker} said, according to the sources: {n}.", es: "Lo que dijo {speaker}, según las fuentes: {n}."}
//+ ask:
//+   en:
//+     - "what (did|does) {speaker} (say|state|declare|claim)"
//+     - "what has {speaker} (said|stated|declared|claimed)"
//+     - "[list|show] [all] [the] (statements|remarks|quotes) (by|of|from) {speaker}"
//+     - "{speaker}'s (statements|remarks|words|quotes)"
//+     - "(which|what) (statements|remarks) (did|has) {speaker} (make|made)"
//+     - "what is attributed to {speaker}"
//+     - "what are the statements (by|of|from) {speaker}"
//+   es:
//+     - "qué (dijo|dice|ha dicho|declaró|ha declarado|sostuvo|sostiene) {speaker}"
//+     - "[lista de] [las] (declaraciones|palabras) (de|del) {speaker}"
//+     - "(qué|cuáles) declaraciones (hizo|ha hecho) {speaker}"
//+     - "cuáles (son|fueron) las declaraciones (de|del) {speaker}"
//+     - "qué se (atribuye|le atribuye) (a|al) {speaker}"
//+ examples: [{speaker: person/claudia-sheinbaum-pardo}, {speaker: person/jeff-sessions}, {speaker: person/enrique-pena-nieto}]
//+ parameters:
//+   speaker: {type: Actor, required: true}
//+ columns: {text: text, status: text, about: "Entity[]", statement: Communication, date: text}
//+ order: [date, statement, text]
MATCH (t:Claim)-[:SUBJECT]->(s:Entity)
WHERE t.predicate IN ['text', 'description'] AND t.rank <> 'deprecated'
WITH t, s
WHERE (EXISTS { (t)-[:ATTRIBUTED_TO]->(:Entity {id: $speaker}) }
  OR (t.predicate = 'text' AND s:Communication AND EXISTS { (s)-[:MADE_BY]->(:Entity {id: $speaker}) }))
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
