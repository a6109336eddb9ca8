//+ title: {en: "Military actions", es: "Acciones militares"}
//+ about:
//+   en: "Attacks and operations of armed forces that the sources speak of, with every status: what is only threatened, promised or denied is marked so and did not happen for all that is known."
//+   es: "Ataques y operaciones de fuerzas armadas de que hablan las fuentes, con cada estado: lo que solo se amenaza, promete o niega se marca así y, hasta donde se sabe, no ocurrió."
//+ parameters:
//+   by: {type: Actor, default: null}
//+   event: {type: MilitaryAction, default: null}
//+   place: {type: Place, default: null, about: "or any part of it"}
//+ columns: {by: "Actor[]", event: MilitaryAction, place: "Place[]", target: "Entity[]", date: text, statuses: "text[]"}
//+ order: [date, event]
//+ from: by
//+ to: event
//+ attributes: [date, place, statuses]
//+ words:
//+   en:
//+     event: [military action, military operation, attack, invasion, bombing, airstrike, drone strike,
//+       intervention, military strike, military campaign, incursion, offensive, bombardment, air strike,
//+       drone attack, military raid, missile strike, ground operation, boots on the ground,
//+       troop deployment, use of the military, armed intervention, boat strike, strikes, air raid,
//+       air raids, attacks, bombings, military intervention, use of force, raid, commando raid,
//+       military mission, invasions, interventions, show of force]
//+     by -> event: [carry out, conduct, undertake, use force, use military force, take military action,
//+       order a strike, launch a strike, launch an attack, launch strikes, stage, mount]
//+     by -> target: [attack, bomb, bombard, launch a strike on, open fire on, strike against, shell,
//+       strike, hit, fire on, fire upon, blow up, sink, extract, raid]
//+     by -> place: [invade, intervene, bomb, bombard, send troops to, enter with troops, strike in,
//+       send soldiers to, put boots on the ground, operate militarily in, attack in]
//+   es:
//+     event: [acción militar, operación militar, ataque, bombardeo, invasión, incursión, intervención,
//+       ofensiva, campaña militar, ataque militar, ataque aéreo, ataque con drones,
//+       intervención militar, despliegue militar, incursión militar, uso de la fuerza, ataques,
//+       bombardeos, operación armada, operaciones militares, intervenciones, incursiones, golpe militar,
//+       operativo militar, acciones militares]
//+     by -> event: [realizar, llevar a cabo, ejecutar, usar la fuerza, emprender acciones militares,
//+       usar al ejército, ordenar un ataque, lanzar ataques, hacer un ataque, montar un operativo]
//+     by -> target: [atacar, bombardear, lanzar un ataque, disparar contra, arremeter, hundir, golpear,
//+       extraer, secuestrar, llevarse por la fuerza, sacar por la fuerza]
//+     by -> place: [invadir, intervenir, bombardear, mandar tropas, entrar con tropas, meter tropas,
//+       meter al ejército, mandar soldados a, mandar al ejército a, entrar militarmente, atacar en]
//+ says:
//+   en: "{event}[, {date}][, {place}] ({statuses})"
//+   es: "{event}[, {date}][, {place}] ({statuses})"
//+ questions:
//+   en: ["Which military actions did the US military carry out?", "Which military action in Mexico is spoken of?"]
//+   es: ["¿Qué acciones militares realizó el ejército de Estados Unidos?", "¿Qué ataques hubo en México?"]
//+ examples:
//+   - {by: organization/us-military}
//+   - {place: place/mexico}
//+   - {}
//? event: MATCH (e:Entity {id: $event})
//? by: MATCH (:Entity {id: $by})<-[:OBJECT]-(:Claim)-[:SUBJECT]->(e:Entity) WITH DISTINCT e
//? place: MATCH (:Entity {id: $place})<-[:PART_OF*0..1]-(:Entity)<-[:OBJECT]-(:Claim)-[:SUBJECT]->(e:Entity) WITH DISTINCT e
MATCH (e:MilitaryAction)
WHERE ($event IS NULL OR e.id = $event)
  AND ($by IS NULL OR EXISTS { MATCH (e)<-[:SUBJECT]-(a:Claim)-[:OBJECT]->(:Entity {id: $by})
    WHERE a.predicate = 'CONDUCTED_BY' AND a.rank <> 'deprecated' })
  AND ($place IS NULL OR EXISTS { MATCH (e)<-[:SUBJECT]-(b:Claim)-[:OBJECT]->(:Entity {id: $place})
    WHERE b.predicate = 'OCCURRED_AT' AND b.rank <> 'deprecated' }
    OR EXISTS { MATCH (e)<-[:SUBJECT]-(b:Claim)-[:OBJECT]->(:Entity)-[h:PART_OF]->(:Entity {id: $place})
    WHERE b.predicate = 'OCCURRED_AT' AND b.rank <> 'deprecated' AND h.claims IS NOT NULL })
MATCH (e)<-[:SUBJECT]-(c:Claim)
WITH e, c
WHERE c.predicate IN ['date_claimed', 'CONDUCTED_BY', 'OCCURRED_AT', 'CONCERNS', 'DIRECTED_AT', 'VICTIM']
  AND c.rank <> 'deprecated'
OPTIONAL MATCH (c)-[:OBJECT]->(o:Entity)
RETURN e.id AS event_id, e.name AS event,
       CASE WHEN c.predicate = 'CONDUCTED_BY' THEN [o.name] ELSE [] END AS by,
       CASE WHEN c.predicate = 'CONDUCTED_BY' THEN [o.id] ELSE [] END AS by_id,
       CASE WHEN c.predicate = 'OCCURRED_AT' THEN [o.name] ELSE [] END AS place,
       CASE WHEN c.predicate = 'OCCURRED_AT' THEN [o.id] ELSE [] END AS place_id,
       CASE WHEN c.predicate IN ['CONCERNS', 'DIRECTED_AT', 'VICTIM'] THEN [o.name] ELSE [] END AS target,
       CASE WHEN c.predicate IN ['CONCERNS', 'DIRECTED_AT', 'VICTIM'] THEN [o.id] ELSE [] END AS target_id,
       e.date AS date, [c.status] AS statuses, [c.id] AS claims
