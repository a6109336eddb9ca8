//+ title: {en: Everything stated about a transfer, es: Todo lo dicho sobre un traslado}
//+ about:
//+   en: "Every statement about a transfer that is not set aside, with the status of each: facts, and opinions too; who was handed over is a relation of its own."
//+   es: "Todo lo que se afirma de un traslado y no se ha descartado, con el estado de cada afirmación: hechos y también opiniones; quién fue entregado es otra relación."
//+ parameters:
//+   transfer: {type: Transfer, default: null}
//+   said_by: {type: Actor, default: null}
//+   entity: {type: Entity, default: null}
//+ columns: {transfer: Transfer, attribute: text, value: text, entity: Entity, status: text, said_by: "Actor[]"}
//+ order: [transfer, attribute, value, entity, status]
//+ from: transfer
//+ to: value
//+ attributes: [attribute, status]
//+ words:
//+   en:
//+     value: [detail, particulars, circumstance, info, information, fact, particular, full details,
//+       all the details, specifics, circumstances, overview, rundown, recap, summary, breakdown,
//+       lowdown, key facts, data on]
//+   es:
//+     value: [detalle, pormenor, circunstancia, información, dato, detalles, pormenores,
//+       especificaciones, todos los detalles, circunstancias, panorama, resumen, ficha, datos clave,
//+       generalidades, desglose]
//+ says:
//+   en: "{transfer}: {attribute} {value}{entity} ({status})"
//+   es: "{transfer}: {attribute} {value}{entity} ({status})"
//+ questions:
//+   en: ["What are the details of the transfer of 2026-01-20?", "Give me the details of the transfer of 2025-02-27."]
//+   es: ["¿Cuáles son los detalles del traslado de 2025-08-12?", "Dame los datos del traslado de 2026-01-20."]
//+ examples:
//+   - {transfer: transfer/2026-01-20}
//+   - {transfer: event/extradition-2017-joaquin-guzman-loera}
//? transfer: MATCH (t:Entity {id: $transfer})
//? said_by: MATCH (:Entity {id: $said_by})<-[:ATTRIBUTED_TO]-(c:Claim) WITH DISTINCT c
//? entity: MATCH (:Entity {id: $entity})<-[:OBJECT]-(c:Claim) WITH DISTINCT c
MATCH (t:Transfer)<-[:SUBJECT]-(c:Claim)
WHERE ($transfer IS NULL OR t.id = $transfer) AND c.rank <> 'deprecated'
WITH t, c
WHERE ($said_by IS NULL OR EXISTS { (c)-[:ATTRIBUTED_TO]->(:Entity {id: $said_by}) })
  AND ($entity IS NULL OR EXISTS { (c)-[:OBJECT]->(:Entity {id: $entity}) })
OPTIONAL MATCH (c)-[:OBJECT]->(o:Entity)
OPTIONAL MATCH (c)-[:ATTRIBUTED_TO]->(a:Entity)
RETURN t.id AS transfer_id, t.name AS transfer, c.predicate AS attribute, c.value AS value,
       o.name AS entity, o.id AS entity_id, c.status AS status,
       CASE WHEN a IS NULL THEN [] ELSE [a.name] END AS said_by,
       CASE WHEN a IS NULL THEN [] ELSE [a.id] END AS said_by_id, [c.id] AS claims
