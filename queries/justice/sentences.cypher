//+ title: {en: Sentences, es: Sentencias}
//+ about:
//+   en: "The punishments that courts set, with date, court, judge and forfeiture where known."
//+   es: "Las penas que impusieron los tribunales, con fecha, tribunal, juez y decomiso si se conocen."
//+ parameters:
//+   person: {type: Person, default: null}
//+   event: {type: Sentence, default: null}
//+   court: {type: Court, default: null}
//+   judge: {type: Person, default: null}
//+   place: {type: Place, default: null, about: "where it took place or the court is: the place, a larger one, or one that the name of the court holds"}
//+   period: {type: interval, default: null, about: "it happened, or may have happened, in it"}
//+ columns: {person: Person, event: Sentence, date: text, term: "text[]", court: "Court[]", judge: "Person[]", place: "Place[]", forfeiture: "text[]", status: text}
//+ order: [date, person]
//+ from: person
//+ to: event
//+ attributes: [date, term, court, status]
//+ words:
//+   en:
//+     event: [sentence, sentencing, punishment, prison term, jail time, prison sentence, jail sentence,
//+       sentence length, sentencing hearing, sentences handed down, sentence handed down, imprisonment,
//+       prison sentences, jail sentences, punishment received, sentence received, sentence imposed,
//+       custodial sentence]
//+     term: [term, prison term, how much time, how many years, prison time, length of the sentence,
//+       years in prison, jail term, years behind bars, time in prison, sentence length,
//+       how many years in prison, length of sentence, length of imprisonment, duration of the sentence,
//+       number of years, how many years of prison, how long in prison, how long behind bars,
//+       how much prison time, how much jail time]
//+     person: [sentenced person, lifer, convict sentenced]
//+     judge: [judge]
//+     court: [court]
//+     forfeiture: [forfeiture, forfeit, fine, forfeited amount, money to forfeit, amount to forfeit,
//+       have to forfeit, must forfeit, ordered to forfeit, have to pay, must pay, forfeit money]
//+     judge -> person: [sentence, put away, send to prison, send down, give life, hand down a sentence,
//+       lock up for, condemn to prison, send up, sentence to, hand a sentence]
//+     person -> term: [receive, get life, get years, do time, serve time, put away, given, hand, serve,
//+       serve a sentence, do time for, lock up for, imprison for, jail for, put away for]
//+   es:
//+     event: [sentencia, condena, castigo, condena de prisión, pena de prisión, sentencia de cárcel,
//+       castigo penal, dictado de sentencia, la pena, pena impuesta, sentencias, penas de prisión,
//+       cadena, prisión, pena de cárcel, penas de cárcel, condena de cárcel, condena recibida,
//+       sentencia recibida, sentencia impuesta, condena impuesta, fallo de sentencia]
//+     term: [cuántos años, años de cárcel, años de prisión, años le dieron, cuánto tiempo le dieron,
//+       cuánto le dieron, cuánto le echaron, años le echaron, cuántos años le dieron,
//+       cuántos años le echaron, tiempo de condena, duración de la condena, años de condena,
//+       cuánto tiempo de cárcel, qué pena, pena impuesta, años de prisión le dieron,
//+       duración de la pena, duración de la sentencia, cuánto tiempo de prisión,
//+       cuántos años de prisión, cuántos años de cárcel, tiempo en prisión, años tras las rejas]
//+     person: [sentenciado, reo sentenciado, sentenciada]
//+     judge: [juez, jueza]
//+     court: [corte, tribunal]
//+     forfeiture: [decomiso, multa, decomisado, decomisar, dinero decomisado, monto del decomiso,
//+       tener que pagar]
//+     judge -> person: [sentenciar, meter a la cárcel, condenar, refundir, dictar sentencia,
//+       imponer la pena, dar años, echar años, mandar a la sombra, mandar a prisión]
//+     person -> term: [recibir, recibir condena, recibir sentencia, echarse años, purgar, cumplir,
//+       cumplir condena, cumplir sentencia, purgar condena, purgar sentencia, compurgar, tocarle,
//+       alcanzar, ganarse, caerle, le dieron, les dieron, le echaron, le cayeron, le tocaron,
//+       pagar condena]
//+ says:
//+   en: "{person} was sentenced to {term}[ on {date}][ by the {court}]"
//+   es: "{person} fue sentenciado a {term}[ el {date}][ por {court}]"
//+ questions:
//+   en: ["What sentence did Rubén Oseguera González receive?", "Who was sentenced in 2025?"]
//+   es: ["¿A cuántos años sentenciaron a Gerardo González Valencia?", "¿Cuándo sentenciaron al Menchito?"]
//+ examples:
//+   - {person: person/ruben-oseguera-gonzalez}
//+   - {period: "2025"}
//+   - {court: organization/us-district-court-dc}
//+   - {place: place/washington-dc}
//+   - {}
//? person: MATCH (p:Entity {id: $person})
//? event: MATCH (e:Entity {id: $event})
//? court: MATCH (:Entity {id: $court})<-[:IN_COURT]-(e:Entity) WITH DISTINCT e
//? judge: MATCH (:Entity {id: $judge})<-[:JUDGE]-(e:Entity) WITH DISTINCT e
//? place: MATCH (within:Entity {id: $place}) OPTIONAL MATCH (named:Court) WHERE named.name CONTAINS within.name
//? place: WITH within, collect(named.id) AS courts OPTIONAL MATCH (within)<-[:PART_OF*0..1]-(:Entity)<-[:OCCURRED_AT|BASED_IN]-(there:Entity)
//? place: WITH courts, collect(there.id) AS sites UNWIND courts + sites AS one
//? place: MATCH (:Entity {id: one})<-[:IN_COURT*0..1]-(e:Entity) WITH DISTINCT e
MATCH (e:Sentence)-[r:CONCERNS]->(p:Person)
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
   OR (((s.id = e.id AND c.predicate IN ['date_claimed', 'term', 'IN_COURT', 'JUDGE', 'OCCURRED_AT', 'forfeiture'])
       OR (s.id <> e.id AND c.predicate = 'BASED_IN'))
     AND c.drawn)
OPTIONAL MATCH (c)-[:OBJECT]->(o:Entity)
RETURN p.id AS person_id, p.name AS person, e.id AS event_id, e.name AS event, e.date AS date, r.status AS status,
       CASE WHEN c.predicate = 'term' THEN [c.value] ELSE [] END AS term,
       CASE WHEN c.predicate = 'IN_COURT' THEN [o.name] ELSE [] END AS court,
       CASE WHEN c.predicate = 'IN_COURT' THEN [o.id] ELSE [] END AS court_id,
       CASE WHEN c.predicate = 'JUDGE' THEN [o.name] ELSE [] END AS judge,
       CASE WHEN c.predicate = 'JUDGE' THEN [o.id] ELSE [] END AS judge_id,
       CASE WHEN c.predicate IN ['OCCURRED_AT', 'BASED_IN'] THEN [o.name] ELSE [] END AS place,
       CASE WHEN c.predicate IN ['OCCURRED_AT', 'BASED_IN'] THEN [o.id] ELSE [] END AS place_id,
       CASE WHEN c.predicate = 'forfeiture' THEN [c.value] ELSE [] END AS forfeiture,
       [c.id] AS claims
