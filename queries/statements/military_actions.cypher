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
//+     event: [military action, military operation, strike, attack, raid, invasion, bombing, airstrike,
//+       drone strike, intervention]
//+     by -> event: [carry out, conduct, launch]
//+     by -> target: [strike, attack, bomb, raid, hit]
//+     by -> place: [invade, intervene, bomb]
//+   es:
//+     event: [acción militar, operación militar, ataque, bombardeo, invasión, incursión, intervención]
//+     by -> event: [realizar, lanzar, ejecutar]
//+     by -> target: [atacar, bombardear, golpear]
//+     by -> place: [invadir, intervenir, bombardear]
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
