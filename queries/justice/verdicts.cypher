//+ title: {en: Verdicts, es: Veredictos}
//+ about:
//+   en: "What courts and juries decided on guilt: conviction or acquittal, as the statuses and the outcome say. Who is only accused, or pleaded guilty, is not here."
//+   es: "Qué decidieron los tribunales y jurados sobre la culpa: condena o absolución, según digan los estados y el resultado. Quien solo está acusado, o se declaró culpable, no figura aquí."
//+ parameters:
//+   person: {type: Person, default: null}
//+   event: {type: Verdict, default: null}
//+   court: {type: Court, default: null}
//+   judge: {type: Person, default: null}
//+   place: {type: Place, default: null, about: "where it took place or the court is: the place, a larger one, or one that the name of the court holds"}
//+   period: {type: interval, default: null, about: "it happened, or may have happened, in it"}
//+ columns: {person: Person, event: Verdict, date: text, outcome: "text[]", offence: "text[]", court: "Court[]", judge: "Person[]", place: "Place[]", statuses: "text[]"}
//+ order: [date, person]
//+ from: person
//+ to: event
//+ attributes: [date, outcome, offence, court]
//+ words:
//+   en:
//+     event: [verdict, jury decision, judgment, jury verdict, guilty finding, trial outcome,
//+       {say: [conviction, guilty verdict, convictions, guilty verdicts], with: {statuses: convicted}},
//+       {say: [acquittal], with: {statuses: acquitted}}]
//+     person: [
//+       {say: [felon, convict, convicted person, convicted felon,
//+         convicted man], with: {statuses: convicted}},
//+       {say: [acquitted person], with: {statuses: acquitted}}]
//+     outcome: [outcome, result]
//+     judge: [judge]
//+     court: [court]
//+     offence: [offence, crime, count]
//+     court -> person: [
//+       {say: [find guilty, convict, rule guilty, judge guilty, declare guilty,
//+         return a guilty verdict], with: {statuses: convicted}},
//+       {say: [acquit, find not guilty, exonerate, absolve, found innocent, beat the charges,
//+         clear of charges, clear of the charges], with: {statuses: acquitted}}]
//+     judge -> person: [
//+       {say: [convict, find guilty], with: {statuses: convicted}},
//+       {say: [acquit], with: {statuses: acquitted}}]
//+     person -> offence: [
//+       {say: [convict of, convict on, found guilty of, guilty of,
//+         convicted for, go down for], with: {statuses: convicted}},
//+       {say: [acquitted of, cleared of, found not guilty of], with: {statuses: acquitted}}]
//+   es:
//+     event: [veredicto, decisión del jurado, dictamen del jurado,
//+       {say: [condena, veredicto de culpabilidad, fallo condenatorio, sentencia condenatoria,
//+         veredicto culpable], with: {statuses: convicted}},
//+       {say: [absolución, fallo absolutorio, sentencia absolutoria], with: {statuses: acquitted}}]
//+     person: [
//+       {say: [condenado, convicto], with: {statuses: convicted}},
//+       {say: [absuelto, exonerado], with: {statuses: acquitted}}]
//+     outcome: [resultado, desenlace]
//+     judge: [juez, jueza]
//+     court: [corte, tribunal]
//+     offence: [delito, cargo]
//+     court -> person: [
//+       {say: [condenar, hallar culpable, encontrar culpable, fue hallado culpable,
//+         fue declarado culpable, salir culpable, resultar culpable, declarado culpable,
//+         lo declararon culpable, los declararon culpables, fueron declarados culpables,
//+         dictar veredicto de culpabilidad, dictar fallo condenatorio], with: {statuses: convicted}},
//+       {say: [absolver, exonerar, salir absuelto, hallar inocente, encontrar inocente,
//+         fue declarado inocente, lo declararon inocente, fueron declarados inocentes, absuelto,
//+         dejar libre de cargos, declarar inocente], with: {statuses: acquitted}}]
//+     person -> offence: [
//+       {say: [condenar por, hallado culpable de, de qué fue condenado, por qué fue condenado,
//+         de qué lo condenaron, por qué lo condenaron, de qué fue hallado culpable,
//+         de qué lo declararon culpable], with: {statuses: convicted}},
//+       {say: [de qué fue absuelto, de qué lo absolvieron, absuelto de], with: {statuses: acquitted}}]
//+ says:
//+   en: "{person}: {statuses}[ of {offence}] on {date}[, {outcome}][ in the {court}]"
//+   es: "{person}: {statuses}[ de {offence}] el {date}[, {outcome}][ ante {court}]"
//+ questions:
//+   en: ["Was El Menchito convicted?", "Who has been convicted?", "What was El Chapo convicted of?"]
//+   es: ["¿De qué fue condenado Rubén Oseguera González?", "¿Cuándo declararon culpable al Menchito?"]
//+ examples:
//+   - {person: person/ruben-oseguera-gonzalez}
//+   - {person: person/joaquin-guzman-loera}
//+   - {period: "2024"}
//+   - {court: organization/us-district-court-dc}
//+   - {}
//? person: MATCH (p:Entity {id: $person})
//? event: MATCH (e:Entity {id: $event})
//? court: MATCH (:Entity {id: $court})<-[:IN_COURT]-(e:Entity) WITH DISTINCT e
//? judge: MATCH (:Entity {id: $judge})<-[:JUDGE]-(e:Entity) WITH DISTINCT e
//? place: MATCH (within:Entity {id: $place}) OPTIONAL MATCH (named:Court) WHERE named.name CONTAINS within.name
//? place: WITH within, collect(named.id) AS courts OPTIONAL MATCH (within)<-[:PART_OF*0..1]-(:Entity)<-[:OCCURRED_AT|BASED_IN]-(there:Entity)
//? place: WITH courts, collect(there.id) AS sites UNWIND courts + sites AS one
//? place: MATCH (:Entity {id: one})<-[:IN_COURT*0..1]-(e:Entity) WITH DISTINCT e
MATCH (e:Verdict)-[r:CONCERNS]->(p:Person)
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
   OR (((s.id = e.id AND c.predicate IN ['date_claimed', 'offence', 'outcome', 'IN_COURT', 'JUDGE', 'OCCURRED_AT'])
       OR (s.id <> e.id AND c.predicate = 'BASED_IN'))
     AND c.drawn)
OPTIONAL MATCH (c)-[:OBJECT]->(o:Entity)
RETURN p.id AS person_id, p.name AS person, e.id AS event_id, e.name AS event, e.date AS date, r.statuses AS statuses,
       CASE WHEN c.predicate = 'offence' THEN [c.value] ELSE [] END AS offence,
       CASE WHEN c.predicate = 'outcome' THEN [c.value] ELSE [] END AS outcome,
       CASE WHEN c.predicate = 'IN_COURT' THEN [o.name] ELSE [] END AS court,
       CASE WHEN c.predicate = 'IN_COURT' THEN [o.id] ELSE [] END AS court_id,
       CASE WHEN c.predicate = 'JUDGE' THEN [o.name] ELSE [] END AS judge,
       CASE WHEN c.predicate = 'JUDGE' THEN [o.id] ELSE [] END AS judge_id,
       CASE WHEN c.predicate IN ['OCCURRED_AT', 'BASED_IN'] THEN [o.name] ELSE [] END AS place,
       CASE WHEN c.predicate IN ['OCCURRED_AT', 'BASED_IN'] THEN [o.id] ELSE [] END AS place_id,
       [c.id] AS claims
