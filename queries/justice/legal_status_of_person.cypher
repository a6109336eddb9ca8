//+ title: {en: "Legal status of a person", es: "Situación jurídica de una persona"}
//+ about:
//+   en: "How far the cases against a person have come, by the words of the sources and nothing else: alleged, charged, pleaded guilty, convicted, sentenced, or acquitted or dismissed, the furthest first. Nothing is concluded from one rung to another."
//+   es: "Hasta dónde han llegado los procesos contra una persona, con las palabras de las fuentes y nada más: señalado, acusado, declarado culpable por sí mismo, condenado, sentenciado, o absuelto o sobreseído, lo más avanzado primero. De un peldaño no se concluye otro."
//+ answer: {en: "What the sources say of {person}'s legal status, and no more: {n}.", es: "Lo que dicen las fuentes de la situación jurídica de {person}, y nada más: {n}."}
//+ ask:
//+   en:
//+     - "what is {person}'s (legal status|status|legal situation|judicial status)"
//+     - "what is the (legal status|legal situation|judicial status) of {person}"
//+     - "(legal status|legal situation) of {person}"
//+     - "{person}'s (legal status|legal situation)"
//+     - "what is the (status|state|stage) of (the case|the cases|the proceedings) against {person}"
//+     - "what is the (status|state|stage) of {person}'s (case|cases|proceedings|trial)"
//+     - "how far (has|have) (the case|the cases|the proceedings) against {person} (come|got|gone|progressed)"
//+     - "is {person} guilty"
//+     - "is {person} (a convicted criminal|a convict|convicted|only accused)"
//+   es:
//+     - "cuál es la situación (legal|jurídica|judicial|procesal) (de|del) {person}"
//+     - "cuál es el estado (legal|jurídico|procesal|del proceso|del caso) (de|del|contra) {person}"
//+     - "situación (legal|jurídica|judicial|procesal) (de|del) {person}"
//+     - "en qué (estado|etapa|fase) está el (caso|proceso|juicio) (de|del|contra) {person}"
//+     - "cómo va el (caso|proceso|juicio) (de|del|contra) {person}"
//+     - "hasta dónde ha llegado el (caso|proceso) (de|del|contra) {person}"
//+     - "es culpable {person}"
//+     - "{person} es culpable"
//+ examples: [{person: person/ruben-oseguera-gonzalez}, {person: person/roberto-salazar}, {person: person/omar-garcia-harfuch}]
//+ parameters:
//+   person: {type: Person, required: true}
//+ columns: {rung: integer, status: text, event: Event, date: text}
//+ order: [-rung, date, event]
MATCH (c:Claim)-[:OBJECT]->(p:Entity {id: $person})
WHERE c.predicate IN ['CONCERNS', 'ALLEGED_PERPETRATOR'] AND c.rank <> 'deprecated'
  AND c.status IN ['alleged', 'charged', 'pleaded guilty', 'convicted', 'sentenced', 'acquitted', 'dismissed']
MATCH (c)-[:SUBJECT]->(e:Entity)
WITH e, c
WHERE e:LegalEvent OR c.predicate = 'ALLEGED_PERPETRATOR'
MATCH (e)<-[:SUBJECT]-(d:Claim)
WITH e, c, d
WHERE d.id = c.id OR (d.predicate = 'date_claimed'
  AND d.drawn)
RETURN CASE c.status WHEN 'alleged' THEN 1 WHEN 'charged' THEN 2 WHEN 'pleaded guilty' THEN 3
            WHEN 'convicted' THEN 4 WHEN 'sentenced' THEN 5 END AS rung,
       c.status AS status, e.id AS event_id, e.name AS event, e.date AS date, [d.id] AS claims
