//+ title: {en: People handed over in a transfer, es: Personas entregadas en un traslado}
//+ about:
//+   en: "Who was handed over in one transfer, with aliases and the place where the sources say each was taken. Being on the list is no proof of any offence or membership."
//+   es: "Quién fue entregado en un traslado, con sus alias y el lugar al que, según las fuentes, se llevó a cada quien. Estar en la lista no prueba delito ni pertenencia alguna."
//+ answer: {en: "Handed over in {transfer}: {n} people named by the sources.", es: "Entregadas en {transfer}: {n} personas nombradas por las fuentes."}
//+ ask:
//+   en:
//+     - "who was transferred on {transfer}"
//+     - "(who|which people|which prisoners|which cartel members) (was|were) (transferred|extradited|expelled) [to the united states|to the us] (on|in|during the transfer of) {transfer}"
//+     - "(who|which people|which prisoners|which cartel members) (was|were) (sent|handed over|flown|taken) to (the united states|the us) (on|in|during the transfer of) {transfer}"
//+     - "who (was|were) (handed over|sent|delivered|surrendered) (on|in|during the transfer of) {transfer}"
//+     - "(list|name|show me) [all] (the people|those|the prisoners|the persons) (transferred|extradited|handed over|sent) (on|in) {transfer}"
//+     - "(people|prisoners|persons|those) (transferred|extradited|handed over|sent) (on|in) {transfer}"
//+     - "who (did|has) mexico (transfer|send|hand over|extradite|expel|sent|handed over) [to the united states|to the us] (on|in) {transfer}"
//+     - "who (was|were) (in|among|part of|included in|aboard) {transfer}"
//+     - "who (are|were) {transfer}"
//+     - "[give me] [the] (people|list|names) of {transfer}"
//+     - "what are the names of (the people|those|the prisoners|the persons) (transferred|extradited|handed over|sent) (on|in) {transfer}"
//+   es:
//+     - "quiénes fueron trasladados el {transfer}"
//+     - "(quiénes|quién|qué personas|qué presos|qué capos) (fueron|fue) (trasladados|trasladadas|trasladado|entregados|entregadas|extraditados) [a estados unidos] (el|en) {transfer}"
//+     - "(quiénes|qué personas|qué presos|qué capos) (fueron enviados|fueron enviadas|fueron expulsados|fueron mandados) [a estados unidos] (el|en) {transfer}"
//+     - "a (quiénes|quién|qué presos|qué capos) (trasladaron|entregaron|enviaron|mandaron|extraditaron|expulsaron) [a estados unidos] (el|en) {transfer}"
//+     - "a (quiénes|quién) (trasladó|entregó|envió|mandó|extraditó) méxico [a estados unidos] (el|en) {transfer}"
//+     - "(lista|enumera|muestra) [todas] las personas (trasladadas|entregadas) (el|en) {transfer}"
//+     - "(lista|enumera|muestra) [a] [todos] (los|los presos|los reos) (trasladados|entregados) (el|en) {transfer}"
//+     - "(personas|presos|reos) (trasladadas|trasladados|entregadas|entregados) (el|en) {transfer}"
//+     - "quiénes (iban en|estaban en|formaron parte de|son los de|son|fueron) {transfer}"
//+     - "(personas|lista|nombres) (de|del) {transfer}"
//+     - "cómo se llaman (las personas trasladadas|los trasladados|los presos trasladados|los entregados) (el|en) {transfer}"
//+ examples: [{transfer: transfer/2025-08-12}, {transfer: transfer/2026-01-20}, {transfer: event/extradition-2020-02-ruben-oseguera-gonzalez}]
//+ parameters:
//+   transfer: {type: Transfer, required: true}
//+ columns: {person: Person, aliases: "text[]", destination: "Place[]", status: "text[]"}
//+ order: [person]
MATCH (:Entity {id: $transfer})<-[r:TRANSFERRED_IN]-(p:Entity)
OPTIONAL MATCH (p)<-[:SUBJECT]-(c:Claim)
WHERE c.predicate IN ['alias', 'DESTINATION']
  AND c.drawn
OPTIONAL MATCH (c)-[:OBJECT]->(o:Entity)
RETURN p.id AS person_id, p.name AS person,
       CASE WHEN c.predicate = 'alias' THEN [c.value] ELSE [] END AS aliases,
       CASE WHEN c.predicate = 'DESTINATION' THEN [o.name] ELSE [] END AS destination,
       CASE WHEN c.predicate = 'DESTINATION' THEN [o.id] ELSE [] END AS destination_id,
       r.statuses AS status,
       CASE WHEN c IS NULL THEN r.claims ELSE r.claims + [c.id] END AS claims
