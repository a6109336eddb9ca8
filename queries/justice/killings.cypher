//+ title: {en: "Killings and other harm: victims and accused", es: "Homicidios y otros daños: víctimas y acusados"}
//+ about:
//+   en: "Who was killed or otherwise harmed, who is accused of it (by a source, or by a charge for it) and who carried it out where a source says so. An accusation is not guilt: the status of the accusation stands beside it."
//+   es: "Quién fue asesinado o sufrió otro daño, a quién se acusa de ello (una fuente, o una acusación formal) y quién lo llevó a cabo si una fuente lo dice. Una acusación no es culpa: su estado está al lado."
//+ parameters:
//+   victim: {type: Entity, default: null}
//+   person: {type: Person, default: null, about: who is accused}
//+   event: {type: Event, default: null}
//+   by: {type: Actor, default: null}
//+   place: {type: Place, default: null, about: the place or a larger one around it}
//+   period: {type: interval, default: null, about: "it happened, or may have happened, in it"}
//+ columns: {victim: Entity, event: Event, date: text, person: Person, status: text, by: "Actor[]", place: "Place[]"}
//+ order: [date, victim, person]
//+ from: victim
//+ to: person
//+ attributes: [status, date]
//+ words:
//+   en:
//+     victim: [victim, murdered person, slain, murder victim, person killed, slain person,
//+       killed person, dead officer, fallen officer, fatality, victims, slain agent, dead agent,
//+       murdered officer, murdered agent, murdered deputy, killed officer, killed agent,
//+       person murdered]
//+     person: [accused, suspect, killer, murderer, alleged killer, hitman, assassin, culprit,
//+       perpetrator, murder suspect, slayer, triggerman, trigger man, torturer, killers, murder accused,
//+       charged killer, person accused of the murder, accused of the killing, accused killer,
//+       accused murderer]
//+     event: [killing, murder, homicide, assassination, slaying, slaughter, massacre, hit job,
//+       gunning down, fatal shooting, murder case, bloodshed, fatal attack, hit,
//+       execution-style killing, murder plot]
//+     person -> victim: [kill, murder, shoot, assassinate, slay, whack, bump off, torture, gun down,
//+       rub out, snuff, snuff out, massacre, slaughter, finish off, cause the death, behind the murder,
//+       behind the killing, behind the death, take the life, cost the life, cost the lives, shoot dead,
//+       shoot to death, behead, responsible for the death, kidnap and kill, order the murder,
//+       order the killing, accuse of killing, accuse of murdering, accuse of the murder,
//+       accuse of the murder of, accuse of the killing of, charge with killing, charge with murdering,
//+       charge with the murder of, charge with the killing of, blame for the death of,
//+       blame for the murder of, blame for killing, suspect of killing, link to the murder of,
//+       link to the killing of, wanted for killing, wanted for the murder of, accuse in the murder of,
//+       charge in the murder of, charge over the murder of, accuse over the death of, abduct and kill,
//+       kidnap and murder, take out, do in, blame for, ice, charge with the killing,
//+       accuse of the killing, wanted for the killing]
//+     by -> victim: [kill, take out, shoot, gun down, shoot dead, shoot to death, cost the lives]
//+   es:
//+     victim: [víctima, asesinado, occiso, víctima mortal, ultimado, persona asesinada, asesinada,
//+       agente asesinado, policía asesinado, muerto, persona ultimada, oficial asesinado, agente muerto,
//+       policía muerto, alguacil asesinado]
//+     person: [acusado, sospechoso, asesino, homicida, presunto asesino, matón, victimario,
//+       autor material, autor intelectual, verdugo, asesino material, presunto homicida,
//+       acusado del homicidio, acusado del asesinato, acusada del homicidio, presunto autor,
//+       presunto responsable del homicidio, señalado del homicidio]
//+     event: [homicidio, asesinato, magnicidio, matanza, masacre, feminicidio, asesinatos,
//+       ajusticiamiento, muerte violenta, ejecución, crimen contra, crimen de sangre]
//+     person -> victim: [matar, asesinar, balear, liquidar, torturar, dar piso, echarse, escabechar,
//+       ultimar, aniquilar, victimar, quitar la vida, privar de la vida, dar cuello, darle piso,
//+       mandar matar, mandar al otro mundo, ajusticiar, degollar, dar muerte, echarse al plato, se echó,
//+       cometer el homicidio, cometer el asesinato, detrás del asesinato, detrás de la muerte,
//+       acribillar, involucrado en la muerte, acusar de matar, acusar de asesinar,
//+       acusar de haber matado, acusar del homicidio de, acusar del asesinato de,
//+       acusar por el asesinato de, acusar por la muerte de, acusar de la muerte de,
//+       culpar de la muerte de, culpar del asesinato de, señalar por el asesinato de,
//+       señalar por la muerte de, señalar de matar, imputar el homicidio de, imputar el asesinato de,
//+       achacar la muerte de, achacar el asesinato de, cargar la muerte de, atribuir la muerte de,
//+       atribuir el asesinato de, le atribuyen la muerte de, buscar por matar, le echan la muerte de,
//+       le cuelgan la muerte de, tronar, echarse a, quebrar, mandar al panteón, secuestrar y matar,
//+       chingarse]
//+     by -> victim: [matar, abatir, tumbar, abatir a tiros, ultimar, acribillar, dar muerte]
//+ says:
//+   en: "{victim} was killed or harmed[ on {date}][ by {by}][; accused: {person} ({status})]"
//+   es: "{victim} fue víctima[ el {date}][ de {by}][; acusado: {person} ({status})]"
//+ questions:
//+   en: ["Who is accused of killing Enrique Camarena?", "Who was the victim of the killing of which Roberto Salazar is accused?", "Whom did the Mexican navy kill?"]
//+   es: ["¿A quién acusan de matar a Kiki Camarena?", "¿Quién fue la víctima de Roberto Salazar?", "¿A quién mató la Marina?"]
//+ examples:
//+   - {person: person/rafael-caro-quintero, period: "1985"}
//+   - {event: event/killing-1985-enrique-camarena}
//+   - {victim: person/juan-escalante}
//+   - {person: person/roberto-salazar}
//+   - {by: organization/mexican-navy}
//+   - {}
//? victim: MATCH (x:Entity {id: $victim})
//? event: MATCH (e:Entity {id: $event})
//? person: MATCH (:Entity {id: $person})<-[:CONCERNS|ALLEGED_PERPETRATOR]-(:Entity)-[:CHARGE_FOR*0..1]->(e:Entity) WITH DISTINCT e
//? by: MATCH (:Entity {id: $by})<-[:CONDUCTED_BY]-(e:Entity) WITH DISTINCT e
//? place: MATCH (:Entity {id: $place})<-[:PART_OF*0..1]-(:Entity)<-[:OCCURRED_AT]-(e:Entity) WITH DISTINCT e
MATCH (e:Event)-[v:VICTIM|CONCERNS]->(x:Entity)
WHERE ($event IS NULL OR e.id = $event) AND ($victim IS NULL OR x.id = $victim)
WITH e, v, x
WHERE (type(v) = 'VICTIM' OR (e:Death AND EXISTS { (e)-[:CONDUCTED_BY]->(:Entity) }))
  AND ($by IS NULL OR EXISTS { (e)-[:CONDUCTED_BY]->(:Entity {id: $by}) })
  AND ($place IS NULL OR EXISTS { (e)-[:OCCURRED_AT]->(:Entity {id: $place}) }
    OR EXISTS { (e)-[:OCCURRED_AT]->(:Entity)-[:PART_OF]->(:Entity {id: $place}) })
  AND ($period_from IS NULL OR e.date_to >= $period_from)
  AND ($period_to IS NULL OR e.date_from <= $period_to)
OPTIONAL MATCH (e)<-[:CHARGE_FOR*0..1]-(q:Event)-[r:CONCERNS|ALLEGED_PERPETRATOR]->(p:Person)
WHERE q:LegalEvent OR type(r) = 'ALLEGED_PERPETRATOR'
WITH e, v, x, q, r, p
WHERE $person IS NULL OR p.id = $person
UNWIND CASE WHEN q IS NULL OR q.id = e.id THEN [e.id] ELSE [e.id, q.id] END AS about
MATCH (s:Entity {id: about})<-[:SUBJECT]-(c:Claim)
WITH e, v, x, q, r, p, s, c
WHERE c.id IN v.claims OR c.id IN r.claims
   OR (((s.id = e.id AND c.predicate IN ['date_claimed', 'OCCURRED_AT', 'CONDUCTED_BY'])
       OR (s.id <> e.id AND c.predicate = 'CHARGE_FOR' AND EXISTS { (c)-[:OBJECT]->(e) }))
     AND c.drawn)
OPTIONAL MATCH (c)-[:OBJECT]->(o:Entity)
RETURN x.id AS victim_id, x.name AS victim, e.id AS event_id, e.name AS event, e.date AS date,
       p.id AS person_id, p.name AS person, r.status AS status,
       CASE WHEN c.predicate = 'CONDUCTED_BY' THEN [o.name] ELSE [] END AS by,
       CASE WHEN c.predicate = 'CONDUCTED_BY' THEN [o.id] ELSE [] END AS by_id,
       CASE WHEN c.predicate = 'OCCURRED_AT' THEN [o.name] ELSE [] END AS place,
       CASE WHEN c.predicate = 'OCCURRED_AT' THEN [o.id] ELSE [] END AS place_id,
       [c.id] AS claims
