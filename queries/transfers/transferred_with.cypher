//+ title: {en: Who was handed over together with a person, es: Quién fue entregado junto con una persona}
//+ about:
//+   en: "The people handed over in the same transfer as a person. To be in one transfer says nothing about knowing each other."
//+   es: "Las personas entregadas en el mismo traslado que una persona. Ir en un mismo traslado no dice nada sobre si se conocían."
//+ answer: {en: "Handed over in the same transfer as {person}: {n}.", es: "Personas entregadas en el mismo traslado que {person}: {n}."}
//+ ask:
//+   en:
//+     - "who was transferred with {person}"
//+     - "who (was|were) (transferred|extradited|sent|handed over|flown) (with|together with|along with|alongside) {person}"
//+     - "who (was|were) (in|on|part of) the same (transfer|flight|group) as {person}"
//+     - "who else was (transferred|sent|handed over) (with|together with|along with|alongside) {person}"
//+     - "with whom was {person} (transferred|sent|handed over|flown)"
//+     - "(people|those) transferred (with|together with|along with|alongside) {person}"
//+   es:
//+     - "quiénes fueron trasladados con {person}"
//+     - "(quién|quiénes) (fue|fueron) (trasladado|trasladados|entregado|entregados|enviado|enviados) (con|junto con|junto a) {person}"
//+     - "(quién|quiénes) más (fue|fueron) (trasladado|trasladados|entregado|entregados) (con|junto con|junto a) {person}"
//+     - "a quiénes (trasladaron|entregaron|enviaron) (con|junto con|junto a) {person}"
//+     - "(quién|quiénes) (iba|iban|estaba|estaban) en el mismo (traslado|vuelo|grupo) que {person}"
//+     - "con quién (fue|fueron) (trasladado|trasladada|entregado|entregada|enviado|enviada|extraditado) {person}"
//+     - "con quiénes (fue|fueron) (trasladado|trasladada|entregado|entregada|enviado|enviada|extraditado) {person}"
//+     - "(personas trasladadas|trasladados) (con|junto con|junto a) {person}"
//+ examples: [{person: person/abigael-gonzalez-valencia}]
//+ parameters:
//+   person: {type: Person, required: true}
//+ columns: {companion: Person, transfer: Transfer, date: text}
//+ order: [date, transfer, companion]
MATCH (:Entity {id: $person})-[r:TRANSFERRED_IN]->(t:Entity)<-[s:TRANSFERRED_IN]-(p:Entity)
WHERE p.id <> $person
RETURN p.id AS companion_id, p.name AS companion, t.id AS transfer_id, t.name AS transfer,
       t.date AS date, r.claims + s.claims AS claims
