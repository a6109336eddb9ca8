//+ title: {en: How far cases have come, es: Hasta dónde han llegado los procesos}
//+ about:
//+   en: "How far the cases against people have come, by the words of the sources and nothing else: alleged, charged, pleaded guilty, convicted, sentenced, or acquitted or dismissed, the furthest first. Nothing is concluded from one rung to another."
//+   es: "Hasta dónde han llegado los procesos contra las personas, con las palabras de las fuentes y nada más: señalado, acusado, declarado culpable por sí mismo, condenado, sentenciado, o absuelto o sobreseído, lo más avanzado primero. De un peldaño no se concluye otro."
//+ parameters:
//+   person: {type: Person, default: null}
//+   event: {type: Event, default: null}
//+ columns: {person: Person, rung: integer, status: text, event: Event, date: text}
//+ order: [person, "-rung", date, event]
//+ from: person
//+ to: status
//+ attributes: [date]
//+ words:
//+   en:
//+     status: [legal status, case status, stage of the case, procedural status, judicial status,
//+       status of the case, state of the case, where the case stands, current legal status, case stage,
//+       legal situation, legal standing, court status, trial status, status in court,
//+       stage of the proceedings, legal position, status of proceedings, state of proceedings,
//+       procedural stage, procedural situation, stage of proceedings, phase of the case,
//+       phase of the proceedings, current status, status now, case progress, progress of the case,
//+       where his case stands, where her case stands, how his case is going, how is the case going]
//+   es:
//+     status: [situación legal, situación jurídica, estado del proceso, situación procesal, estatus,
//+       estado legal, estado judicial, estado de su caso, etapa procesal, etapa del proceso,
//+       situación judicial, estatus legal, estatus jurídico, cómo va su caso, cómo va el caso,
//+       cómo va su proceso, en qué va su caso, en qué va el caso, en qué quedó el caso,
//+       en qué etapa está, situación, situación penal, estado procesal, estatus procesal,
//+       estatus legal actual, estado jurídico, fase del proceso, fase procesal, estado del caso,
//+       estado de la causa, estado actual del caso, estado actual del proceso, avance del caso,
//+       avance del proceso, condición jurídica, condición legal]
//+ says:
//+   en: "{person} is {status} ({event}[, {date}])"
//+   es: "{person}: {status} ({event}[, {date}])"
//+ questions:
//+   en: ["What is the legal status of Rubén Oseguera González?", "What is the legal status of Roberto Salazar?"]
//+   es: ["¿Cuál es la situación legal de Rubén Oseguera González?", "¿Cuál es la situación jurídica de Roberto Salazar?"]
//+ examples:
//+   - {person: person/ruben-oseguera-gonzalez}
//+   - {person: person/roberto-salazar}
//+   - {person: person/omar-garcia-harfuch}
//+   - {event: event/killing-1985-enrique-camarena}
//+   - {}
//? person: MATCH (p:Entity {id: $person})
//? event: MATCH (:Entity {id: $event})<-[:SUBJECT]-(c:Claim)
MATCH (c:Claim)-[:OBJECT]->(p:Person)
WHERE ($person IS NULL OR p.id = $person)
  AND c.predicate IN ['CONCERNS', 'ALLEGED_PERPETRATOR'] AND c.rank <> 'deprecated'
  AND c.status IN ['alleged', 'charged', 'pleaded guilty', 'convicted', 'sentenced', 'acquitted', 'dismissed']
MATCH (c)-[:SUBJECT]->(e:Event)
WITH p, e, c
WHERE (e:LegalEvent OR c.predicate = 'ALLEGED_PERPETRATOR') AND ($event IS NULL OR e.id = $event)
MATCH (e)<-[:SUBJECT]-(d:Claim)
WITH p, e, c, d
WHERE d.id = c.id OR (d.predicate = 'date_claimed'
  AND d.drawn)
RETURN p.id AS person_id, p.name AS person,
       CASE c.status WHEN 'alleged' THEN 1 WHEN 'charged' THEN 2 WHEN 'pleaded guilty' THEN 3
            WHEN 'convicted' THEN 4 WHEN 'sentenced' THEN 5 END AS rung,
       c.status AS status, e.id AS event_id, e.name AS event, e.date AS date, [d.id] AS claims
