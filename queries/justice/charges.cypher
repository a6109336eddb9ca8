//+ title: {en: Charges, es: Acusaciones}
//+ about:
//+   en: "One row for each offence named in the charges, pleas, verdicts and sentences that concern a person, and for each killing that a source ascribes to a person, with the court, the place, the victim and the heaviest penalty where known. `offence` looks for a text in the offence (or in the name of the killing) and knows some common words in Spanish. An accusation is not guilt: `status` is the weakest word of the sources on the person, `offence_status` on the offence."
//+   es: "Una fila por cada delito nombrado en las acusaciones, declaraciones, veredictos y sentencias que conciernen a una persona, y por cada homicidio que una fuente atribuye a una persona, con el tribunal, el lugar, la víctima y la pena máxima si se conocen. `offence` busca un texto en el delito (o en el nombre del homicidio) y conoce algunas palabras comunes en español. Una acusación no es culpa: `status` es la palabra más débil de las fuentes sobre la persona, `offence_status` sobre el delito."
//+ parameters:
//+   person: {type: Person, default: null}
//+   offence: {type: text, default: null, about: a text to find in the offence}
//+   event: {type: Event, default: null}
//+   court: {type: Court, default: null}
//+   place: {type: Place, default: null, about: "where it took place or the court is: the place, a larger one, or one that the name of the court holds"}
//+   victim: {type: Entity, default: null}
//+ columns: {person: Person, offence: text, event: Event, date: text, offence_status: text, status: text, court: "Court[]", place: "Place[]", victim: "Entity[]", maximum_penalty: "text[]"}
//+ order: [person, date, event, offence, offence_status]
//+ from: person
//+ to: offence
//+ attributes: [offence, status, court]
//+ words:
//+   en:
//+     offence: [charge, count, offence, offense, crime, accusation, allegation, felony, rap, indictment,
//+       wrongdoing, alleged crime, alleged offence, alleged offense, criminal charge, criminal count,
//+       federal charge, rap sheet, misdeed, misdemeanor, misdemeanour, charging document, federal count,
//+       criminal accusation, charges pending, drug charge, wrongdoings, charges filed, crimes charged,
//+       charges brought, charges were brought, criminal charges, legal trouble, legal troubles, charges pending against, offences charged]
//+     person: [accused, defendant, suspect, indicted person, perp, indictee, charged person,
//+       accused person, accused man, alleged criminal, person charged, alleged perpetrator]
//+     event: [indictment, complaint, charging, criminal complaint, superseding indictment]
//+     maximum_penalty: [maximum penalty, maximum sentence, possible sentence, possible penalty,
//+       max sentence, max penalty, worst sentence, top penalty, heaviest penalty, max time, maximum,
//+       max, maximum he faces, maximum she faces, maximum they face, maximum punishment,
//+       maximum prison term, maximum term, potential sentence, potential penalty, potential maximum,
//+       possible punishment, worst case sentence, worst penalty, longest sentence,
//+       longest possible sentence, statutory maximum, most he could get, most she could get,
//+       highest sentence, highest penalty, sentenced to at most, highest possible sentence,
//+       prison time at most, jail time at most]
//+     victim: [victim]
//+     court: [court]
//+     offence -> person: [charge, accuse, indict, allege, weigh on, brought against, pend against,
//+       filed against]
//+     person -> offence: [accuse, charge, indict, face, be wanted, stand accused, be up on,
//+       be on the hook, suspect, allege, have charges, answer charges, on the hook for, stand charged,
//+       under indictment, slap with, hit with charges, hit with, nail for, pin on, blame for,
//+       implicate in, have charges pending, answer for]
//+     person -> maximum_penalty: [could be jailed for, could be jailed, could be imprisoned for,
//+       could be sentenced to, could be given, could get, could receive, could go to prison for,
//+       could go to jail for, could spend, be exposed to, may be sentenced to, might be sentenced to,
//+       face at most, face a maximum of, face up to]
//+   es:
//+     offence: [cargo, delito, acusación, imputación, señalamiento, crimen, fechoría, cargos, delitos,
//+       ilícito, imputaciones, señalamientos, acusaciones, pendientes con la justicia, broncas legales,
//+       ilicitud, cargo criminal, cargo federal, tropelía, cargos criminales, cargos federales,
//+       delitos imputados, cargos en contra, cargos que enfrenta, delitos que se le imputan]
//+     person: [acusado, imputado, sospechoso, presunto, inculpado, señalado, indiciado, encausado,
//+       presunto responsable, presunto culpable, probable responsable, vinculado a proceso, acusada]
//+     event: [acusación, acusación formal, denuncia, pliego acusatorio, querella]
//+     maximum_penalty: [pena máxima, condena máxima, pena posible, sentencia máxima, máxima pena,
//+       pena más alta, pena que enfrenta, hasta cuántos años, máximo, máxima, lo máximo, penas máximas,
//+       condenas máximas, castigo máximo, pena máxima que enfrenta, máximo que enfrenta,
//+       pena que puede recibir, pena que podría recibir, condena que enfrenta, condena posible,
//+       posible condena, posible pena, sentencia posible, posible sentencia, años que enfrenta,
//+       cuántos años enfrenta, años podrían darle, cuántos años podrían darle]
//+     victim: [víctima]
//+     court: [corte, tribunal]
//+     offence -> person: [acusar, imputar, señalar, pesar sobre, pesar en contra, pesar contra,
//+       recaer sobre]
//+     person -> offence: [acusar, imputar, señalar, tener cargos, ser buscado, achacar, colgar,
//+       imputar cargos, fincar, fincar cargos, formular cargos, formular imputación, echar la culpa,
//+       echar en cara, echar encima, le echan, le echaron, le cuelgan, le achacan, adjudicar, inculpar,
//+       encausar, responsabilizar, sindicar, vincular a proceso, procesar por, culpar, buscado por,
//+       enfrentan, enfrenta cargos, tener acusaciones, tener delitos, levantar cargos, presentar cargos,
//+       hacer responsable, hacer cargos, atribuir, endilgar, responder por]
//+     person -> maximum_penalty: [podría recibir, puede recibir, podría pasar, puede pasar en la cárcel,
//+       podría ser condenado a, puede ser condenado a, puede ser sentenciado a, arriesgar, exponerse a,
//+       enfrentar hasta, estar expuesto a, podrían darle, pueden darle, pueden echarle]
//+ says:
//+   en: "{person} is accused[ of {offence}] ({status})[ in the {court}]"
//+   es: "{person} está acusado[ de {offence}] ({status})[ ante {court}]"
//+ questions:
//+   en: ["What is Roberto Salazar accused of?", "Who is charged with terrorism?", "What are the charges against El Mayo?"]
//+   es: ["¿De qué se acusa a Pedro Inzunza Noriega?", "¿A quiénes acusan de lavado de dinero?", "¿Qué cargos enfrenta El Gato?"]
//+ examples:
//+   - {person: person/roberto-salazar}
//+   - {person: person/pedro-inzunza-noriega}
//+   - {person: person/rafael-caro-quintero}
//+   - {person: person/claudia-sheinbaum-pardo}
//+   - {offence: terrorism}
//+   - {offence: murder}
//+   - {offence: lavado de dinero}
//+   - {event: event/killing-1985-enrique-camarena}
//+   - {court: organization/us-district-court-wdtx}
//+   - {place: place/texas}
//+   - {victim: person/ned-byrd}
//+   - {}
//? person: MATCH (p:Entity {id: $person})
//? event: MATCH (e:Entity {id: $event})
//? court: MATCH (:Entity {id: $court})<-[:IN_COURT]-(e:Entity) WITH DISTINCT e
//? victim: MATCH (:Entity {id: $victim})<-[:VICTIM]-(e:Entity) WITH DISTINCT e
//? place: MATCH (within:Entity {id: $place}) OPTIONAL MATCH (named:Court) WHERE named.name CONTAINS within.name
//? place: WITH within, collect(named.id) AS courts OPTIONAL MATCH (within)<-[:PART_OF*0..1]-(:Entity)<-[:OCCURRED_AT|BASED_IN]-(there:Entity)
//? place: WITH courts, collect(there.id) AS sites UNWIND courts + sites AS one
//? place: MATCH (:Entity {id: one})<-[:IN_COURT*0..1]-(e:Entity) WITH DISTINCT e
MATCH (e:Event)-[r:CONCERNS|ALLEGED_PERPETRATOR]->(p:Person)
WHERE ($person IS NULL OR p.id = $person) AND ($event IS NULL OR e.id = $event)
WITH e, r, p
WHERE (e:LegalEvent OR type(r) = 'ALLEGED_PERPETRATOR')
  AND ($court IS NULL OR EXISTS { (e)-[:IN_COURT]->(:Entity {id: $court}) })
  AND ($victim IS NULL OR EXISTS { (e)-[:VICTIM]->(:Entity {id: $victim}) })
  AND ($place IS NULL
    OR EXISTS { (e)-[:OCCURRED_AT]->(:Entity {id: $place}) }
    OR EXISTS { (e)-[:OCCURRED_AT]->(:Entity)-[:PART_OF]->(:Entity {id: $place}) }
    OR EXISTS { (e)-[:IN_COURT]->(:Court)-[:BASED_IN]->(:Entity {id: $place}) }
    OR EXISTS { (e)-[:IN_COURT]->(:Court)-[:BASED_IN]->(:Entity)-[:PART_OF]->(:Entity {id: $place}) }
    OR EXISTS { MATCH (e)-[:IN_COURT]->(k:Court) MATCH (x:Entity {id: $place}) WHERE k.name CONTAINS x.name })
OPTIONAL MATCH (e)<-[:SUBJECT]-(f:Claim)
WHERE f.predicate = 'offence' AND f.drawn
WITH e, r, p, f, replace(toLower(coalesce(f.value, e.name)), '-', '') AS words,
     replace(toLower(coalesce($offence, '')), '-', '') AS asked
WHERE f IS NOT NULL OR type(r) = 'ALLEGED_PERPETRATOR' OR (e:Charge AND $offence IS NULL)
WITH e, r, p, f, words, [asked] + [w IN [
    {said: 'drugs', means: 'drug'},
    {said: 'drogas', means: 'drug'},
    {said: 'terrorismo', means: 'terrorism'},
    {said: 'narcoterrorismo', means: 'narcoterrorism'},
    {said: 'murder', means: 'homicide'},
    {said: 'murder', means: 'killing'},
    {said: 'homicide', means: 'murder'},
    {said: 'homicide', means: 'killing'},
    {said: 'asesinato', means: 'murder'},
    {said: 'asesinato', means: 'homicide'},
    {said: 'asesinato', means: 'killing'},
    {said: 'homicidio', means: 'homicide'},
    {said: 'homicidio', means: 'murder'},
    {said: 'homicidio', means: 'killing'},
    {said: 'lavado de dinero', means: 'money laundering'},
    {said: 'lavado', means: 'money laundering'},
    {said: 'narcotráfico', means: 'drug trafficking'},
    {said: 'narcotrafico', means: 'drug trafficking'},
    {said: 'tráfico de drogas', means: 'drug trafficking'},
    {said: 'trafico de drogas', means: 'drug trafficking'},
    {said: 'secuestro', means: 'kidnapping'},
    {said: 'delincuencia organizada', means: 'organised crime'},
    {said: 'crimen organizado', means: 'organised crime'},
    {said: 'organized crime', means: 'organised crime'},
    {said: 'fentanilo', means: 'fentanyl'},
    {said: 'cocaína', means: 'cocaine'},
    {said: 'cocaina', means: 'cocaine'},
    {said: 'metanfetamina', means: 'methamphetamine'},
    {said: 'armas', means: 'firearm'},
    {said: 'armas de fuego', means: 'firearm'},
    {said: 'weapons', means: 'firearm'},
    {said: 'tráfico de personas', means: 'smuggling'},
    {said: 'trafico de personas', means: 'smuggling'}
  ] WHERE w.said = asked | w.means] AS sought
WHERE any(s IN sought WHERE words CONTAINS s)
MATCH (e)-[:IN_COURT*0..1]->(a:Entity)<-[:SUBJECT]-(c:Claim)
WITH e, r, p, f, a, c
WHERE c.id = f.id OR c.id IN r.claims
   OR (((a.id = e.id AND c.predicate IN ['date_claimed', 'IN_COURT', 'VICTIM', 'OCCURRED_AT', 'maximum_penalty'])
       OR (a.id <> e.id AND c.predicate = 'BASED_IN'))
     AND c.drawn)
OPTIONAL MATCH (c)-[:OBJECT]->(o:Entity)
RETURN p.id AS person_id, p.name AS person, e.id AS event_id, e.name AS event, e.date AS date, f.value AS offence,
       f.status AS offence_status, r.status AS status,
       CASE WHEN c.predicate = 'IN_COURT' THEN [o.name] ELSE [] END AS court,
       CASE WHEN c.predicate = 'IN_COURT' THEN [o.id] ELSE [] END AS court_id,
       CASE WHEN c.predicate IN ['OCCURRED_AT', 'BASED_IN'] THEN [o.name] ELSE [] END AS place,
       CASE WHEN c.predicate IN ['OCCURRED_AT', 'BASED_IN'] THEN [o.id] ELSE [] END AS place_id,
       CASE WHEN c.predicate = 'VICTIM' THEN [o.name] ELSE [] END AS victim,
       CASE WHEN c.predicate = 'VICTIM' THEN [o.id] ELSE [] END AS victim_id,
       CASE WHEN c.predicate = 'maximum_penalty' THEN [c.value] ELSE [] END AS maximum_penalty,
       [c.id] AS claims
