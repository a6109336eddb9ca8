//+ title: {en: Custody chains, es: Cadenas de custodia}
//+ about:
//+   en: "What happened to a person in custody and before the law, in order: arrest, escape, release, transfer, charge, court appearance, plea, verdict, sentence; each with place, court, legal ground and the administrations that were in office on both sides (certainly, or possibly where the date leaves it open). The claims are those of the step and of its date, place and the rest. What is not recorded is no row here: kg show PERSON marks the gaps. An arrest or a charge is no finding of guilt."
//+   es: "Qué le pasó a una persona bajo custodia y ante la justicia, en orden: detención, fuga, liberación, traslado, acusación, audiencia, declaración, veredicto, sentencia; cada paso con lugar, tribunal, fundamento legal y los gobiernos en funciones en ambos países (con certeza, o posiblemente donde la fecha lo deja abierto). Las afirmaciones son las del paso y las de su fecha, lugar y demás. Lo que no está registrado no es una fila aquí: kg show PERSONA marca las lagunas. Una detención o una acusación no prueba culpa."
//+ parameters:
//+   person: {type: Person, default: null}
//+   event: {type: Event, default: null}
//+   period: {type: interval, default: null, about: "it happened, or may have happened, in it"}
//+ columns: {person: Person, date: text, step: text, event: Event, place: "Place[]", from_country: "Country[]", to_country: "Country[]", court: "Court[]", legal_basis: "LegalInstrument[]", legal_form: "text[]", administration: "Administration[]", possible_administration: "Administration[]", status: text}
//+ order: [person, date, event, status]
//+ from: person
//+ to: event
//+ attributes: [date, step, status]
//+ words:
//+   en:
//+     event: [custody chain, chain of custody, custody history, custody timeline, custody record,
//+       history of custody, steps in custody]
//+   es:
//+     event: [cadena de custodia, historial de custodia, cronología de custodia, historia de custodia,
//+       pasos en custodia]
//+ says:
//+   en: "[{date}: ]{step}: {event} ({status})"
//+   es: "[{date}: ]{step}: {event} ({status})"
//+ questions:
//+   en: ["What is the custody chain of Rafael Caro Quintero?", "custody history of El Chapo"]
//+   es: ["¿Cuál es la cadena de custodia de Rafael Caro Quintero?", "historial de custodia del Menchito"]
//+ examples:
//+   - {person: person/rafael-caro-quintero}
//+   - {person: person/joaquin-guzman-loera}
//+   - {person: person/rosa-a}
//+   - {event: transfer/2025-08-12, person: person/abigael-gonzalez-valencia}
//+   - {period: "2015"}
//? person: MATCH (p:Entity {id: $person})
//? event: MATCH (e:Entity {id: $event})
MATCH (p:Person)<-[r:CONCERNS|TRANSFER_OF]-(e:Event)
WHERE r.claims IS NOT NULL AND (e:CustodyEvent OR e:LegalEvent)
  AND ($person IS NULL OR p.id = $person) AND ($event IS NULL OR e.id = $event)
  AND ($period_from IS NULL OR e.date_to >= $period_from)
  AND ($period_to IS NULL OR e.date_from <= $period_to)
RETURN p.id AS person_id, p.name AS person, e.date AS date, e.id AS event_id, e.name AS event,
       CASE WHEN e:Arrest THEN 'Arrest'
            WHEN e:Escape THEN 'Escape'
            WHEN e:Release THEN 'Release'
            WHEN e:Extradition THEN 'Extradition'
            WHEN e:Expulsion THEN 'Expulsion'
            WHEN e:Transfer THEN 'Transfer'
            WHEN e:Custody THEN 'Custody'
            WHEN e:CourtAppearance THEN 'CourtAppearance'
            WHEN e:Plea THEN 'Plea'
            WHEN e:Verdict THEN 'Verdict'
            WHEN e:Sentence THEN 'Sentence'
            WHEN e:Charge THEN 'Charge'
            WHEN e:ProsecutionDecision THEN 'ProsecutionDecision'
            WHEN e:CustodyEvent THEN 'CustodyEvent' ELSE 'LegalEvent' END AS step,
       [(e)-[l:OCCURRED_AT]->(lx) WHERE l.claims IS NOT NULL | lx.name] AS place, [(e)-[l:OCCURRED_AT]->(lx) WHERE l.claims IS NOT NULL | lx.id] AS place_id,
       [(e)-[l:FROM_COUNTRY]->(lx) WHERE l.claims IS NOT NULL | lx.name] AS from_country, [(e)-[l:FROM_COUNTRY]->(lx) WHERE l.claims IS NOT NULL | lx.id] AS from_country_id,
       [(e)-[l:TO_COUNTRY]->(lx) WHERE l.claims IS NOT NULL | lx.name] AS to_country, [(e)-[l:TO_COUNTRY]->(lx) WHERE l.claims IS NOT NULL | lx.id] AS to_country_id,
       [(e)-[l:IN_COURT]->(lx) WHERE l.claims IS NOT NULL | lx.name] AS court, [(e)-[l:IN_COURT]->(lx) WHERE l.claims IS NOT NULL | lx.id] AS court_id,
       [(e)-[l:LEGAL_BASIS]->(lx) WHERE l.claims IS NOT NULL | lx.name] AS legal_basis, [(e)-[l:LEGAL_BASIS]->(lx) WHERE l.claims IS NOT NULL | lx.id] AS legal_basis_id,
       [(e)-[l:OCCURRED_UNDER]->(lx) WHERE l.claims IS NOT NULL | lx.name] AS administration, [(e)-[l:OCCURRED_UNDER]->(lx) WHERE l.claims IS NOT NULL | lx.id] AS administration_id,
       [(e)-[l:POSSIBLY_UNDER]->(lx) WHERE l.claims IS NOT NULL | lx.name] AS possible_administration, [(e)-[l:POSSIBLY_UNDER]->(lx) WHERE l.claims IS NOT NULL | lx.id] AS possible_administration_id,
       [(e)<-[:SUBJECT]-(form:Claim) WHERE form.predicate = 'legal_form' AND form.drawn | form.value] AS legal_form,
       r.status AS status,
       r.claims + [(e)<-[:SUBJECT]-(dated:Claim) WHERE dated.predicate IN ['date_claimed', 'legal_form'] AND dated.drawn | dated.id]
         + reduce(found = [], c IN [(e)-[l:OCCURRED_AT|FROM_COUNTRY|TO_COUNTRY|IN_COURT|LEGAL_BASIS|OCCURRED_UNDER|POSSIBLY_UNDER]->(lx) WHERE l.claims IS NOT NULL | l.claims] | found + c) AS claims
