//+ title: {en: Steps of criminal cases, es: Pasos de procesos penales}
//+ about:
//+   en: "Steps of criminal cases (charge, appearance, plea, verdict, sentence, decision of the prosecution) with the person, the court, the judge, the place, the offences and the outcome. A court counts as in a place if the sources say that it is based there or if its name holds the name of the place."
//+   es: "Pasos de procesos penales (acusación, comparecencia, declaración, veredicto, sentencia, decisión de la fiscalía) con la persona, el tribunal, el juez, el lugar, los delitos y el resultado. Un tribunal cuenta como de un lugar si las fuentes dicen que tiene allí su sede o si su nombre contiene el del lugar."
//+ parameters:
//+   person: {type: Person, default: null}
//+   event: {type: LegalEvent, default: null}
//+   court: {type: Court, default: null}
//+   judge: {type: Person, default: null}
//+   place: {type: Place, default: null, about: "where it took place or the court is: the place, a larger one, or one that the name of the court holds"}
//+   period: {type: interval, default: null, about: "it happened, or may have happened, in it"}
//+ columns: {person: Person, event: LegalEvent, kind: text, date: text, court: "Court[]", judge: "Person[]", place: "Place[]", offence: "text[]", outcome: "text[]", status: text}
//+ order: [person, date, event]
//+ from: person
//+ to: court
//+ attributes: [kind, date, status]
//+ words:
//+   en:
//+     court: [court, district court, federal court, district, courtroom, venue, jurisdiction, tribunal,
//+       trial court, courthouse, federal district, judicial district, court district,
//+       where the case is heard, court of law, bench]
//+     event: [case, court case, proceeding, trial, prosecution, lawsuit, hearing, criminal case,
//+       criminal proceeding, litigation, court proceeding, legal proceeding, court process, legal case,
//+       pending case, ongoing case, trial proceedings, legal battle, criminal trial, legal action,
//+       {say: [court appearance, appearance, arraignment, first appearance, initial appearance,
//+         court date], with: {kind: appearance}}]
//+     person: [defendant]
//+     outcome: [outcome, result]
//+     court -> person: [prosecute, put on trial, hear the case of, hear the case, handle the case,
//+       arraign, bring to court, take to court, have the case, prosecute for, hear charges against,
//+       handle the prosecution, try, sit in judgment]
//+     person -> court: [case before, be before, appear, be prosecuted, be tried, stand trial, go on trial, face trial,
//+       face charges, stand before, face a judge, up before, appear before, appear in court,
//+       face justice, have a court date, show up in court, brought before, answer in court, on trial,
//+       face court, taken to court, come before, have a hearing, get tried, have his case,
//+       have her case, have a case]
//+   es:
//+     court: [corte, tribunal, juzgado, corte federal, distrito, sede judicial, tribunal federal,
//+       corte de distrito, juzgado federal, juzgado de distrito, distrito judicial, jurisdicción,
//+       sala penal, juzgado penal]
//+     event: [caso, proceso, juicio, causa, expediente, audiencia, causa penal, proceso penal,
//+       procedimiento, litigio, proceso judicial, pleito legal, asunto penal, caso penal, caso judicial,
//+       proceso legal, proceso criminal, juicio penal,
//+       {say: [comparecencia, primera audiencia, audiencia inicial,
//+         primera comparecencia], with: {kind: appearance}}]
//+     person: [procesado, imputado]
//+     outcome: [resultado]
//+     court -> person: [procesar, juzgar, enjuiciar, llevar a juicio, llevar el caso, llevar el proceso,
//+       ver el caso, conocer el caso, tener el caso, llevar a la corte]
//+     person -> court: [comparecer, enfrentar juicio, ser procesado, ser juzgado, estar en juicio,
//+       presentarse ante, tener juicio, tener caso, tener su caso, ir a juicio, rendir declaración,
//+       declarar ante, pasar ante, llevar juicio, tener proceso, tener un proceso, llevar su caso,
//+       llevar su proceso, radicar, tener juicio pendiente]
//+ says:
//+   en: "{event} of {person}[ in the {court}][, {date}] ({status})"
//+   es: "{event} de {person}[ ante {court}][, {date}] ({status})"
//+ questions:
//+   en: ["In which court is La Tuta charged?", "Who is facing charges in the Western District of Texas?", "Which US district is prosecuting José Carlos Guzmán Bernal?"]
//+   es: ["¿Quiénes enfrentan cargos en Nueva York?", "¿A quién procesan en Alaska?", "¿En qué corte se lleva el caso de Vicente Carrillo Fuentes?"]
//+ examples:
//+   - {person: person/jose-carlos-guzman-bernal}
//+   - {place: place/new-york}
//+   - {court: organization/us-district-court-wdtx}
//+   - {place: place/california}
//+   - {person: person/roberto-salazar}
//+   - {judge: person/beryl-howell}
//+   - {place: place/san-diego}
//+   - {}
//? person: MATCH (p:Entity {id: $person})
//? event: MATCH (e:Entity {id: $event})
//? court: MATCH (:Entity {id: $court})<-[:IN_COURT]-(e:Entity) WITH DISTINCT e
//? judge: MATCH (:Entity {id: $judge})<-[:JUDGE]-(e:Entity) WITH DISTINCT e
//? place: MATCH (within:Entity {id: $place}) OPTIONAL MATCH (named:Court) WHERE named.name CONTAINS within.name
//? place: WITH within, collect(named.id) AS courts OPTIONAL MATCH (within)<-[:PART_OF*0..1]-(:Entity)<-[:OCCURRED_AT|BASED_IN]-(there:Entity)
//? place: WITH courts, collect(there.id) AS sites UNWIND courts + sites AS one
//? place: MATCH (:Entity {id: one})<-[:IN_COURT*0..1]-(e:Entity) WITH DISTINCT e
MATCH (e:LegalEvent)-[r:CONCERNS]->(p:Person)
WHERE ($person IS NULL OR p.id = $person) AND ($event IS NULL OR e.id = $event)
WITH e, r, p
WHERE ($court IS NULL OR EXISTS { (e)-[:IN_COURT]->(:Entity {id: $court}) })
  AND ($judge IS NULL OR EXISTS { (e)-[:JUDGE]->(:Entity {id: $judge}) })
  AND ($place IS NULL
    OR EXISTS { (e)-[:OCCURRED_AT]->(:Entity {id: $place}) }
    OR EXISTS { (e)-[:OCCURRED_AT]->(:Entity)-[:PART_OF]->(:Entity {id: $place}) }
    OR EXISTS { (e)-[:IN_COURT]->(:Court)-[:BASED_IN]->(:Entity {id: $place}) }
    OR EXISTS { (e)-[:IN_COURT]->(:Court)-[:BASED_IN]->(:Entity)-[:PART_OF]->(:Entity {id: $place}) }
    OR EXISTS { MATCH (e)-[:IN_COURT]->(k:Court) MATCH (x:Entity {id: $place}) WHERE k.name CONTAINS x.name })
  AND ($period_from IS NULL OR e.date_to >= $period_from)
  AND ($period_to IS NULL OR e.date_from <= $period_to)
MATCH (e)-[:IN_COURT*0..1]->(s:Entity)<-[:SUBJECT]-(c:Claim)
WITH e, r, p, s, c
WHERE c.id IN r.claims
   OR (((s.id = e.id AND c.predicate IN ['date_claimed', 'IN_COURT', 'JUDGE', 'OCCURRED_AT', 'offence', 'outcome'])
       OR (s.id <> e.id AND c.predicate = 'BASED_IN'))
     AND c.drawn)
OPTIONAL MATCH (c)-[:OBJECT]->(o:Entity)
RETURN p.id AS person_id, p.name AS person, e.id AS event_id, e.name AS event, e.date AS date, r.status AS status,
       CASE WHEN e:Charge THEN 'charge' WHEN e:Plea THEN 'plea' WHEN e:Verdict THEN 'verdict' WHEN e:Sentence THEN 'sentence' WHEN e:CourtAppearance THEN 'appearance' WHEN e:ProsecutionDecision THEN 'decision' ELSE 'step' END AS kind,
       CASE WHEN c.predicate = 'IN_COURT' THEN [o.name] ELSE [] END AS court,
       CASE WHEN c.predicate = 'IN_COURT' THEN [o.id] ELSE [] END AS court_id,
       CASE WHEN c.predicate = 'JUDGE' THEN [o.name] ELSE [] END AS judge,
       CASE WHEN c.predicate = 'JUDGE' THEN [o.id] ELSE [] END AS judge_id,
       CASE WHEN c.predicate IN ['OCCURRED_AT', 'BASED_IN'] THEN [o.name] ELSE [] END AS place,
       CASE WHEN c.predicate IN ['OCCURRED_AT', 'BASED_IN'] THEN [o.id] ELSE [] END AS place_id,
       CASE WHEN c.predicate = 'offence' THEN [c.value] ELSE [] END AS offence,
       CASE WHEN c.predicate = 'outcome' THEN [c.value] ELSE [] END AS outcome,
       [c.id] AS claims
