//+ title: {en: "Demands", es: "Exigencias"}
//+ about:
//+   en: "What somebody demanded of somebody, with who demanded it and of whom. A person also stands for the administrations that the person heads, a country for its government, an administration for its head while in office."
//+   es: "Lo que alguien exigió a alguien, con quién lo exigió y a quién. Una persona vale también por los gobiernos que encabeza, un país por su gobierno, un gobierno por quien lo encabeza mientras ocupa el cargo."
//+ parameters:
//+   by: {type: Entity, default: null}
//+   target: {type: Entity, default: null}
//+   event: {type: Demand, default: null}
//+ columns: {by: "Entity[]", target: "Entity[]", text: text, status: text, date: text, event: Demand}
//+ order: [date, event, text]
//+ together: [by, target]
//+ from: by
//+ to: text
//+ attributes: [date, status]
//+ words:
//+   en:
//+     text: [demand, call, request, pressure, demands, calls for, insistence, requests, list of demands,
//+       ask, asks, appeal, plea to, requirement, requirements, expectations, extradition request,
//+       extradition requests]
//+     by -> target: [demand, request, pressure, ask for, call for, make demands, make a demand,
//+       put pressure on, lean on, ask of, demand of, push for, urge, call upon, call on, clamor for,
//+       demand that, press for, insist that, request from, insist on, require, want from, expect from,
//+       expect of, ask to, press, press to, pressure to, squeeze, tell to, plead with]
//+   es:
//+     text: [exigencia, demanda, petición, reclamo, presión, exigencias, demandas, peticiones, reclamos,
//+       pliego petitorio, presiones, solicitud, pedido, requerimiento, solicitudes, pedidos,
//+       exigencias hechas, peticiones hechas, solicitud de extradición, solicitudes de extradición,
//+       requerimientos, expectativas]
//+     by -> target: [exigir, pedir, presionar, solicitar, requerir, hacer exigencias, hacer presión,
//+       meter presión, presionar para, pedir que, instar, urgir, reclamar a, demandar que,
//+       solicitar que, poner presión, insistir en, querer de, esperar de, apretar para, exigir que,
//+       reclamar, exhortar, conminar, apremiar]
//+ says:
//+   en: "{by} demanded[ of {target}]: {text}"
//+   es: "{by} exigió[ a {target}]: {text}"
//+ questions:
//+   en: ["What did the Trump administration demand of Mexico?", "Which demands did the United States make?"]
//+   es: ["¿Qué exigió el gobierno de Trump a México?", "¿Qué le exige Estados Unidos a México?"]
//+ examples:
//+   - {by: administration/trump-2}
//+   - {by: person/donald-trump}
//+   - {}
//? event: MATCH (e:Entity {id: $event})
//? by: MATCH (meant:Entity {id: $by}) OPTIONAL MATCH (state:Government) WHERE meant:Country AND state.name ENDS WITH meant.name
//? by: WITH meant, collect(state.id) AS states OPTIONAL MATCH (meant)-[:HEADED_BY|JURISDICTION]-(near:Entity)
//? by: WITH meant.id AS own, states, collect(near.id) AS others UNWIND [own] + states + others AS one
//? by: MATCH (:Entity {id: one})<-[:MADE_BY]-(e:Entity) WITH DISTINCT e
//? target: MATCH (meant:Entity {id: $target}) OPTIONAL MATCH (state:Government) WHERE meant:Country AND state.name ENDS WITH meant.name
//? target: WITH meant, collect(state.id) AS states OPTIONAL MATCH (meant)-[:HEADED_BY|JURISDICTION]-(near:Entity)
//? target: WITH meant.id AS own, states, collect(near.id) AS others UNWIND [own] + states + others AS one
//? target: MATCH (:Entity {id: one})<-[:DIRECTED_AT]-(e:Entity) WITH DISTINCT e
MATCH (e:Demand)
WHERE $event IS NULL OR e.id = $event
CALL (e) {
  MATCH (e)-[:MADE_BY]->(g:Government)
  MATCH (k:Country)
  WHERE g.name ENDS WITH k.name
  RETURN collect(DISTINCT k) AS by_countries
}
CALL (e) {
  MATCH (e)-[:DIRECTED_AT]->(g:Government)
  MATCH (k:Country)
  WHERE g.name ENDS WITH k.name
  RETURN collect(DISTINCT k) AS target_countries
}
WITH e, [(e)-[:MADE_BY]->(x:Entity) | x] + [(e)-[:MADE_BY]->(:Entity)-[:HEADED_BY|JURISDICTION]->(x:Entity) | x]
     + [(e)-[:MADE_BY]->(:Entity)<-[:HEADED_BY]-(x:Entity)<-[:OCCURRED_UNDER]-(e) | x]
     + by_countries AS by,
     [(e)-[:DIRECTED_AT]->(x:Entity) | x] + [(e)-[:DIRECTED_AT]->(:Entity)-[:HEADED_BY|JURISDICTION]->(x:Entity) | x]
     + target_countries AS target
WITH e, by, target
WHERE ($by IS NULL OR any(x IN by WHERE x.id = $by)) AND ($target IS NULL OR any(x IN target WHERE x.id = $target))
OPTIONAL MATCH (e)<-[:SUBJECT]-(t:Claim)
WHERE t.predicate = 'text' AND t.rank <> 'deprecated'
WITH e, by, target, t
MATCH (e)<-[:SUBJECT]-(c:Claim)
WITH e, by, target, t, c
WHERE c.id = t.id OR (c.predicate IN ['date_claimed', 'MADE_BY', 'DIRECTED_AT'] AND c.drawn)
RETURN [x IN by | x.name] AS by, [x IN by | x.id] AS by_id,
       [x IN target | x.name] AS target, [x IN target | x.id] AS target_id,
       t.value AS text, t.status AS status, e.date AS date, e.id AS event_id, e.name AS event, [c.id] AS claims
