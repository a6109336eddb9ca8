//+ title: {en: What the sources say about a transfer, es: Qué dicen las fuentes de un traslado}
//+ about:
//+   en: "Every statement about a transfer that is not set aside, with the status of each: facts, and opinions too; who was handed over is a question of its own."
//+   es: "Todo lo que se afirma de un traslado y no se ha descartado, con el estado de cada afirmación: hechos y también opiniones; quién fue entregado es otra pregunta."
//+ answer: {en: "Said about {transfer}: {n}.", es: "Dicho sobre {transfer}: {n}."}
//+ ask:
//+   en:
//+     - "(details|facts|particulars) (of|about|on) {transfer}"
//+     - "(show|give me|list) [all] [the] (details|facts|particulars) (of|about|on) {transfer}"
//+     - "(describe|summarize|summarise) {transfer}"
//+     - "what happened (in|on|during) the transfer of {transfer}"
//+     - "what was {transfer}"
//+     - "how (was|is) {transfer} described"
//+     - "how many (aircraft|planes|airplanes|flights|cities) (were used|were there|took part|were involved|did it take) (in|on|for) {transfer}"
//+   es:
//+     - "(detalles|datos) (de|del|sobre) {transfer}"
//+     - "(muestra|dame|lista) [todos] los (detalles|datos) (de|del|sobre) {transfer}"
//+     - "(describe|resume) {transfer}"
//+     - "qué fue {transfer}"
//+     - "cómo (fue|se describe|se describió) {transfer}"
//+     - "cuántos (aviones|vuelos) (hubo|se usaron|participaron) (en|para) {transfer}"
//+     - "cuántas (ciudades|aeronaves) (hubo|se usaron|participaron) (en|para) {transfer}"
//+ examples: [{transfer: transfer/2026-01-20}, {transfer: event/extradition-2017-joaquin-guzman-loera}]
//+ parameters:
//+   transfer: {type: Transfer, required: true}
//+ columns: {attribute: text, value: text, entity: Entity, status: text, said_by: "Actor[]"}
//+ order: [attribute, value, entity, status]
MATCH (:Entity {id: $transfer})<-[:SUBJECT]-(c:Claim)
WHERE c.rank <> 'deprecated'
OPTIONAL MATCH (c)-[:OBJECT]->(o:Entity)
OPTIONAL MATCH (c)-[:ATTRIBUTED_TO]->(a:Entity)
RETURN c.predicate AS attribute, c.value AS value, o.name AS entity, o.id AS entity_id, c.status AS status,
       CASE WHEN a IS NULL THEN [] ELSE [a.name] END AS said_by,
       CASE WHEN a IS NULL THEN [] ELSE [a.id] END AS said_by_id, [c.id] AS claims
