//+ title: {en: "Conditions of transfers", es: "Condiciones de los traslados"}
//+ about:
//+   en: "What an actor or a country laid down about what may be done with the people who were transferred, and the transfers that it binds. A person also stands for the administrations that the person heads, a country for its government, an administration for its head while in office."
//+   es: "Lo que un actor o un país dispuso sobre lo que puede hacerse con las personas trasladadas, y los traslados que obliga. Una persona vale también por los gobiernos que encabeza, un país por su gobierno, un gobierno por quien lo encabeza mientras ocupa el cargo."
//+ parameters:
//+   transfer: {type: Transfer, default: null}
//+   condition: {type: Event, default: null}
//+   by: {type: Entity, default: null}
//+ columns: {transfer: Transfer, condition: Event, by: "Entity[]", text: "text[]", statuses: "text[]"}
//+ order: [transfer, condition]
//+ from: transfer
//+ to: condition
//+ attributes: [text, by]
//+ words:
//+   en:
//+     condition: [condition, guarantee, assurance, string attached, safeguard, stipulation, conditions,
//+       restriction, proviso, caveat, guarantees, limitation, assurances, strings attached,
//+       precondition, prerequisite, terms set, commitment attached, requirement, requirements,
//+       no death penalty commitment, no death penalty guarantee, death penalty guarantee,
//+       death penalty assurance, death penalty commitment, no-death-penalty condition]
//+     by -> condition: [set, impose, lay down, make a condition, ask for guarantees, stipulate]
//+     condition -> transfer: [accompany, go with, attach to, apply to, govern, cover]
//+     transfer -> condition: [subject to, conditional on, bound by, under the condition, accompanied by,
//+       have strings attached, made on condition, covered by, come with, carry a condition]
//+   es:
//+     condition: [condición, garantía, requisito, salvaguarda, condiciones, restricción, condicionante,
//+       garantías, requisitos, salvedad, candado, condicionamiento, compromiso de no aplicar la pena,
//+       garantía de no pena de muerte, compromiso sobre la pena de muerte, exigencia previa]
//+     by -> condition: [poner, imponer, fijar, pedir garantías, condicionar, obtener garantías,
//+       estipular]
//+     condition -> transfer: [acompañar, aplicarse a, regir, abarcar a]
//+     transfer -> condition: [sujeto a, sujetar, quedar sujeto, llevar condición, tener condiciones,
//+       hacerse con la condición, cubierto por, amparado por, venir con condiciones]
//+ says:
//+   en: "{transfer} is subject to {condition}[, set by {by}]"
//+   es: "{transfer} está sujeto a {condition}[, puesto por {by}]"
//+ questions:
//+   en: ["Which conditions did Mexico set for the transfers?", "Which conditions did the transfer of 2025-08-12 have?"]
//+   es: ["¿Qué condiciones puso México a los traslados?", "¿Con qué garantías se hizo el traslado de 2025-08-12?"]
//+ examples:
//+   - {by: organization/government-of-mexico, transfer: transfer/2025-08-12}
//+   - {by: place/mexico}
//+   - {by: place/united-states}
//+   - {}
//? transfer: MATCH (t:Entity {id: $transfer})
//? condition: MATCH (e:Entity {id: $condition})
//? by: MATCH (meant:Entity {id: $by}) OPTIONAL MATCH (state:Government) WHERE meant:Country AND state.name ENDS WITH meant.name
//? by: WITH meant, collect(state.id) AS states OPTIONAL MATCH (meant)-[:HEADED_BY|JURISDICTION]-(near:Entity)
//? by: WITH meant.id AS own, states, collect(near.id) AS others UNWIND [own] + states + others AS one
//? by: MATCH (:Entity {id: one})<-[:MADE_BY]-(e:Entity) WITH DISTINCT e
MATCH (t:Transfer)-[r:SUBJECT_TO_CONDITION]->(e:Event)
WHERE ($transfer IS NULL OR t.id = $transfer) AND ($condition IS NULL OR e.id = $condition)
CALL (e) {
  MATCH (e)-[:MADE_BY]->(g:Government)
  MATCH (k:Country)
  WHERE g.name ENDS WITH k.name
  RETURN collect(DISTINCT k) AS by_countries
}
WITH t, r, e, [(e)-[:MADE_BY]->(x:Entity) | x] + [(e)-[:MADE_BY]->(:Entity)-[:HEADED_BY|JURISDICTION]->(x:Entity) | x]
     + [(e)-[:MADE_BY]->(:Entity)<-[:HEADED_BY]-(x:Entity)<-[:OCCURRED_UNDER]-(e) | x]
     + by_countries AS by
WITH t, r, e, by
WHERE $by IS NULL OR any(x IN by WHERE x.id = $by)
OPTIONAL MATCH (e)<-[:SUBJECT]-(c:Claim)
WHERE c.predicate IN ['text', 'MADE_BY'] AND c.drawn
RETURN t.id AS transfer_id, t.name AS transfer, e.id AS condition_id, e.name AS condition, [x IN by | x.name] AS by, [x IN by | x.id] AS by_id,
       CASE WHEN c.predicate = 'text' THEN [c.value] ELSE [] END AS text,
       r.statuses + CASE WHEN c IS NULL THEN [] ELSE [c.status] END AS statuses,
       r.claims + CASE WHEN c IS NULL THEN [] ELSE [c.id] END AS claims
