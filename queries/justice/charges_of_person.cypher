//+ title: {en: "What a person is accused of", es: "De qué se acusa a una persona"}
//+ about:
//+   en: "One row for each offence named in the charges, pleas and verdicts that concern the person, and for each killing that a source ascribes to the person, with the court, the victim and the heaviest penalty where known. An accusation is not guilt: `status` is the weakest word of the sources on the person, `offence_status` on the offence."
//+   es: "Una fila por cada delito nombrado en las acusaciones, declaraciones y veredictos que conciernen a la persona, y por cada homicidio que una fuente le atribuye, con el tribunal, la víctima y la pena máxima si se conocen. Una acusación no es culpa: `status` es la palabra más débil de las fuentes sobre la persona, `offence_status` sobre el delito."
//+ answer: {en: "Accusations against {person}, none of them more than its status says: {n}.", es: "Acusaciones contra {person}, ninguna más firme de lo que dice su estado: {n}."}
//+ ask:
//+   en:
//+     - "(what|of what) (is|was) {person} (accused of|charged with|accused|indicted for)"
//+     - "what has {person} been (accused of|charged with|indicted for)"
//+     - "(what|which) (charges|accusations|allegations) (does {person} face|is {person} facing|has {person} faced)"
//+     - "(what|which) (charges|accusations|allegations) (are there|are|were brought|have been brought|have been made|were made) against {person}"
//+     - "what are the (charges|accusations|allegations) against {person}"
//+     - "[list|show] [all] [the] (charges|accusations|allegations) against {person}"
//+     - "{person}'s (charges|indictment|alleged crimes|alleged offences|alleged offenses)"
//+     - "(what|which) (crimes|offences|offenses) (is|was) {person} (accused of|charged with)"
//+     - "why is {person} (being prosecuted|on trial|facing charges|charged|accused)"
//+     - "what do the sources accuse {person} of"
//+     - "what is {person} facing in court"
//+     - "is {person} (accused of|charged with) (anything|a crime|any crime|any offence)"
//+     - "has {person} been (charged|indicted|accused)"
//+   es:
//+     - "de qué se (acusa|acusó|ha acusado) (a|al) {person}"
//+     - "de qué [lo|la|le] (acusan|acusaron|han acusado) (a|al) {person}"
//+     - "de qué (está acusado|está acusada|es acusado|es acusada|fue acusado|fue acusada|se le acusa) (a|al) {person}"
//+     - "de qué (está acusado|está acusada|es acusado|es acusada|fue acusado|fue acusada) {person}"
//+     - "(qué|cuáles) (cargos|acusaciones|delitos) enfrenta {person}"
//+     - "(qué|cuáles) (cargos|acusaciones) (hay|existen|pesan|se presentaron) contra {person}"
//+     - "(qué|cuáles) (cargos|delitos) se le (imputan|atribuyen) (a|al) {person}"
//+     - "(qué|cuáles) delitos se (imputan|atribuyen) (a|al) {person}"
//+     - "cuáles son (los cargos|las acusaciones) (contra|de) {person}"
//+     - "[lista de|enumera] [los|las] (cargos|acusaciones) contra {person}"
//+     - "por qué (delitos|cargos) (se juzga|juzgan|se procesa|procesan|se acusa|acusan) (a|al) {person}"
//+     - "por qué (se juzga|juzgan|se procesa|procesan|se acusa|acusan) (a|al) {person}"
//+     - "por qué (delitos|cargos) (es juzgado|es juzgada|es procesado|es procesada|está acusado|está acusada) {person}"
//+ examples: [{person: person/roberto-salazar}, {person: person/pedro-inzunza-noriega}, {person: person/rafael-caro-quintero}, {person: person/claudia-sheinbaum-pardo}]
//+ parameters:
//+   person: {type: Person, required: true}
//+ columns: {event: Event, date: text, offence: text, offence_status: text, status: text, court: "Court[]", victim: "Entity[]", maximum_penalty: "text[]"}
//+ order: [date, event, offence, offence_status]
MATCH (e:Entity)-[r:CONCERNS|ALLEGED_PERPETRATOR]->(p:Entity {id: $person})
WITH e, r
WHERE e:LegalEvent OR type(r) = 'ALLEGED_PERPETRATOR'
OPTIONAL MATCH (e)<-[:SUBJECT]-(f:Claim)
WHERE f.predicate = 'offence' AND f.drawn
WITH e, r, f
WHERE f IS NOT NULL OR e:Charge OR type(r) = 'ALLEGED_PERPETRATOR'
MATCH (e)<-[:SUBJECT]-(c:Claim)
WITH e, r, f, c
WHERE c.id = f.id OR c.id IN r.claims
   OR (c.predicate IN ['date_claimed', 'IN_COURT', 'VICTIM', 'maximum_penalty']
     AND c.drawn)
OPTIONAL MATCH (c)-[:OBJECT]->(o:Entity)
RETURN e.id AS event_id, e.name AS event, e.date AS date, f.value AS offence,
       f.status AS offence_status, r.status AS status,
       CASE WHEN c.predicate = 'IN_COURT' THEN [o.name] ELSE [] END AS court,
       CASE WHEN c.predicate = 'IN_COURT' THEN [o.id] ELSE [] END AS court_id,
       CASE WHEN c.predicate = 'VICTIM' THEN [o.name] ELSE [] END AS victim,
       CASE WHEN c.predicate = 'VICTIM' THEN [o.id] ELSE [] END AS victim_id,
       CASE WHEN c.predicate = 'maximum_penalty' THEN [c.value] ELSE [] END AS maximum_penalty,
       [c.id] AS claims
