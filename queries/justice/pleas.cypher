//+ title: {en: Pleas, es: Declaraciones de culpabilidad o inocencia}
//+ about:
//+   en: "What the accused answered to the charges, guilty or not guilty, with the offences, the court, the judge and the heaviest penalty where known."
//+   es: "Qué respondieron los acusados a los cargos, culpable o no culpable, con los delitos, el tribunal, el juez y la pena máxima si se conocen."
//+ parameters:
//+   person: {type: Person, default: null}
//+   event: {type: Plea, default: null}
//+   court: {type: Court, default: null}
//+   judge: {type: Person, default: null}
//+   place: {type: Place, default: null, about: "where it took place or the court is: the place, a larger one, or one that the name of the court holds"}
//+   period: {type: interval, default: null, about: "it happened, or may have happened, in it"}
//+   plea: {type: text, default: null, about: guilty or not guilty}
//+ columns: {person: Person, event: Plea, date: text, plea: "text[]", offence: "text[]", court: "Court[]", judge: "Person[]", place: "Place[]", maximum_penalty: "text[]", forfeiture: "text[]", status: text}
//+ order: [date, person]
//+ from: person
//+ to: event
//+ attributes: [date, offence, court, maximum_penalty, status]
//+ words:
//+   en:
//+     event: [plea, entered plea,
//+       {say: [guilty plea, plea deal, plea bargain, plea agreement, admission of guilt, guilty pleas,
//+         confession, plea of guilty, guilty pleading, admission,
//+         admission of guilt in court], with: {plea: guilty}},
//+       {say: [not guilty plea, plea of not guilty, innocent plea], with: {plea: not guilty}}]
//+     judge: [judge]
//+     court: [court, courtroom]
//+     maximum_penalty: [maximum penalty, maximum sentence, possible sentence, max penalty]
//+     forfeiture: [forfeiture, forfeit, money given up, forfeiture amount, forfeited amount,
//+       money forfeited, money to forfeit, amount to forfeit, how much money to forfeit, money owed,
//+       money he must give up, dollars forfeited, sum of money, confiscation, confiscated money,
//+       money confiscated, have to forfeit, must forfeit, ordered to forfeit, have to pay, must pay,
//+       forfeit money]
//+     offence: [offence, count, crime]
//+     person -> event: [
//+       {say: [plead guilty, cop a plea, take a plea, admit guilt, plead, plead out, own up, come clean,
//+         enter a guilty plea, acknowledge guilt, accept guilt, strike a plea, fess up,
//+         strike a deal with prosecutors, make a plea, accept a plea, agree to plead guilty, confess,
//+         admit the charges, admit to the charges, accept responsibility, accept a plea deal,
//+         take a plea deal, cut a deal with prosecutors, change his plea,
//+         change her plea], with: {plea: guilty}},
//+       {say: [plead not guilty, deny the charges, enter a not guilty plea, claim innocence,
//+         maintain innocence, plead innocent, deny guilt,
//+         deny the accusations], with: {plea: not guilty}}]
//+     person -> court: [
//+       {say: [plead guilty, admit guilt, plead, plead out, own up, enter a guilty plea,
//+         take the guilty plea, take the plea], with: {plea: guilty}},
//+       {say: [plead not guilty, enter a not guilty plea], with: {plea: not guilty}}]
//+     person -> judge: [
//+       {say: [plead guilty, admit guilt, plead, enter a guilty plea, take the guilty plea,
//+         take the plea], with: {plea: guilty}},
//+       {say: [plead not guilty], with: {plea: not guilty}}]
//+     person -> maximum_penalty: [maximum, max, maximum he faces, maximum she faces, maximum they face,
//+       maximum punishment, maximum term, potential sentence, potential penalty, possible punishment,
//+       statutory maximum]
//+   es:
//+     event: [postura,
//+       {say: [declaración de culpabilidad, acuerdo de culpabilidad, admisión de culpa,
//+         declaración de culpa, confesión, admisión de culpabilidad, reconocimiento de culpa,
//+         declaratoria de culpabilidad, aceptación de culpabilidad, aceptación de culpa,
//+         acuerdo con la fiscalía, acuerdo de culpa], with: {plea: guilty}},
//+       {say: [declaración de inocencia, declaración de no culpabilidad], with: {plea: not guilty}}]
//+     judge: [juez, jueza, juzgador]
//+     court: [corte, tribunal, juzgado]
//+     maximum_penalty: [pena máxima, condena máxima, hasta cuánto, sentencia máxima]
//+     forfeiture: [decomiso, dinero entregado, pérdida de bienes, decomisado, dinero decomisado,
//+       monto decomisado, bienes decomisados, lana decomisada, decomisar, monto del decomiso,
//+       monto a decomisar, dinero que debe entregar, confiscación, dinero confiscado, suma de dinero,
//+       cantidad de dinero, tener que pagar, tener que entregar, deber entregar]
//+     offence: [delito, cargo]
//+     person -> event: [
//+       {say: [declararse culpable, aceptar culpabilidad, confesar, se declaró culpable,
//+         aceptar la culpa, aceptar su culpa, reconocer su culpa, reconocer culpabilidad,
//+         admitir su culpa, admitir culpabilidad, soltar la sopa, pactar con la fiscalía,
//+         aceptar los cargos, llegar a un acuerdo de culpabilidad, aceptar su responsabilidad,
//+         aceptar responsabilidad, admitir los cargos, admitir la culpa, reconocer los cargos,
//+         reconocerse culpable, hacer un trato con la fiscalía], with: {plea: guilty}},
//+       {say: [declararse inocente, declararse no culpable, negar los cargos, se declaró inocente,
//+         se declaró no culpable, alegar inocencia, decirse inocente,
//+         negar su culpa], with: {plea: not guilty}}]
//+     person -> court: [
//+       {say: [declararse culpable, se declaró culpable, aceptar culpabilidad], with: {plea: guilty}},
//+       {say: [declararse inocente, se declaró inocente,
//+         se declaró no culpable], with: {plea: not guilty}}]
//+     person -> judge: [
//+       {say: [declararse culpable, se declaró culpable, aceptar culpabilidad], with: {plea: guilty}},
//+       {say: [declararse inocente, se declaró inocente,
//+         se declaró no culpable], with: {plea: not guilty}}]
//+     person -> maximum_penalty: [máximo, lo máximo, máximo que enfrenta, castigo máximo,
//+       condena posible, posible condena, posible sentencia, condena que enfrenta]
//+ says:
//+   en: "{person} pleaded {plea} on {date}[ to {offence}][ in the {court}][ before {judge}]"
//+   es: "{person} se declaró {plea} el {date}[ de {offence}][ ante {court}][, juez {judge}]"
//+ questions:
//+   en: ["Did El Mayo plead guilty?", "Who has pleaded guilty so far?", "Before which judge did Ismael Zambada García plead guilty?"]
//+   es: ["¿Ya se declaró culpable Luis Carlos Dávalos López?", "¿Ante qué juez se declaró culpable El Mayo?"]
//+ examples:
//+   - {person: person/ismael-zambada-garcia}
//+   - {period: "2026"}
//+   - {plea: guilty}
//+   - {plea: not guilty}
//+   - {court: organization/us-district-court-wdtx}
//+   - {place: place/texas}
//+   - {}
//? person: MATCH (p:Entity {id: $person})
//? event: MATCH (e:Entity {id: $event})
//? court: MATCH (:Entity {id: $court})<-[:IN_COURT]-(e:Entity) WITH DISTINCT e
//? judge: MATCH (:Entity {id: $judge})<-[:JUDGE]-(e:Entity) WITH DISTINCT e
//? place: MATCH (within:Entity {id: $place}) OPTIONAL MATCH (named:Court) WHERE named.name CONTAINS within.name
//? place: WITH within, collect(named.id) AS courts OPTIONAL MATCH (within)<-[:PART_OF*0..1]-(:Entity)<-[:OCCURRED_AT|BASED_IN]-(there:Entity)
//? place: WITH courts, collect(there.id) AS sites UNWIND courts + sites AS one
//? place: MATCH (:Entity {id: one})<-[:IN_COURT*0..1]-(e:Entity) WITH DISTINCT e
MATCH (e:Plea)-[r:CONCERNS]->(p:Person)
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
  AND ($plea IS NULL OR EXISTS { MATCH (e)<-[:SUBJECT]-(d:Claim)
    WHERE d.predicate = 'plea' AND toLower(d.value) = toLower($plea)
      AND d.drawn })
MATCH (e)-[:IN_COURT*0..1]->(s:Entity)<-[:SUBJECT]-(c:Claim)
WITH e, r, p, s, c
WHERE c.id IN r.claims
   OR (((s.id = e.id AND c.predicate IN ['date_claimed', 'plea', 'offence', 'IN_COURT', 'JUDGE', 'OCCURRED_AT', 'maximum_penalty', 'forfeiture'])
       OR (s.id <> e.id AND c.predicate = 'BASED_IN'))
     AND c.drawn)
OPTIONAL MATCH (c)-[:OBJECT]->(o:Entity)
RETURN p.id AS person_id, p.name AS person, e.id AS event_id, e.name AS event, e.date AS date, r.status AS status,
       CASE WHEN c.predicate = 'plea' THEN [c.value] ELSE [] END AS plea,
       CASE WHEN c.predicate = 'offence' THEN [c.value] ELSE [] END AS offence,
       CASE WHEN c.predicate = 'IN_COURT' THEN [o.name] ELSE [] END AS court,
       CASE WHEN c.predicate = 'IN_COURT' THEN [o.id] ELSE [] END AS court_id,
       CASE WHEN c.predicate = 'JUDGE' THEN [o.name] ELSE [] END AS judge,
       CASE WHEN c.predicate = 'JUDGE' THEN [o.id] ELSE [] END AS judge_id,
       CASE WHEN c.predicate IN ['OCCURRED_AT', 'BASED_IN'] THEN [o.name] ELSE [] END AS place,
       CASE WHEN c.predicate IN ['OCCURRED_AT', 'BASED_IN'] THEN [o.id] ELSE [] END AS place_id,
       CASE WHEN c.predicate = 'maximum_penalty' THEN [c.value] ELSE [] END AS maximum_penalty,
       CASE WHEN c.predicate = 'forfeiture' THEN [c.value] ELSE [] END AS forfeiture,
       [c.id] AS claims
