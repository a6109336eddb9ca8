//+ title: {en: Who held office when a transfer happened, es: Quién ocupaba un cargo cuando ocurrió un traslado}
//+ about:
//+   en: "The officials of either country in whose time in office a transfer falls, by its name or by a person handed over in it; in one office only, if wanted. Where only single days in office are attested, the row says so. To be in office says nothing about having decided."
//+   es: "Los funcionarios de cualquiera de los dos países en cuyo tiempo en el cargo cae un traslado, por su nombre o por una persona entregada en él; si se desea, en un solo cargo. Donde solo constan días sueltos en el cargo, la fila lo dice. Estar en el cargo no significa haber decidido."
//+ answer: {en: "In office when the transfer happened: {n} rows.", es: "En el cargo cuando ocurrió el traslado: {n} filas."}
//+ ask:
//+   en:
//+     - "who was {office} (during|at the time of|when) {transfer} [took place|happened|occurred]"
//+     - "who was {office} when {person} was (transferred|extradited|handed over|sent) [to the united states|to the us]"
//+     - "(who|which officials) (was|were|held office) [in office] (during|at the time of) {transfer}"
//+     - "(which officials were|who was) in office when {person} was (transferred|extradited|handed over|sent) [to the united states|to the us]"
//+     - "under which officials did {transfer} (take place|happen|occur)"
//+     - "under (which|what) {office} did {transfer} (take place|happen|occur)"
//+     - "under (which|what) {office} was {person} (transferred|extradited|handed over|sent) [to the united states|to the us]"
//+   es:
//+     - "(quién|quiénes) (era|eran) {office} (durante|en el momento de|cuando ocurrió|cuando se hizo) {transfer}"
//+     - "quién era {office} cuando (trasladaron|entregaron|extraditaron|enviaron) a {person} [a estados unidos]"
//+     - "quién era {office} cuando fue (trasladado|trasladada|entregado|entregada|extraditado|extraditada) {person} [a estados unidos]"
//+     - "(qué funcionarios|quiénes) (estaban|había) en (el cargo|funciones|el gobierno) (durante|en el momento de|cuando ocurrió) {transfer}"
//+     - "qué funcionarios (había|estaban en el cargo) (durante|en el momento de|cuando ocurrió) {transfer}"
//+     - "(bajo|con) qué {office} (ocurrió|se hizo|tuvo lugar) {transfer}"
//+     - "(bajo|con) qué funcionarios (ocurrió|se hizo|tuvo lugar) {transfer}"
//+ examples: [{transfer: transfer/2025-08-12}, {person: person/rafael-caro-quintero, office: office/attorney-general-of-mexico}]
//+ parameters:
//+   transfer: {type: Transfer, default: null}
//+   person: {type: Person, default: null, about: "a person handed over in it"}
//+   office: {type: Office, default: null}
//+ columns: {transfer: Transfer, date: text, office: Office, official: Official, term: text, attested: boolean}
//+ order: [date, transfer, office, official]
MATCH (t:Transfer)-[r:OCCURRED_DURING]->(n:Entity)-[h:HOLDER]->(p:Entity)
WHERE ($transfer IS NULL OR t.id = $transfer)
  AND ($person IS NULL OR EXISTS { (t)<-[:TRANSFERRED_IN]-(:Entity {id: $person}) })
MATCH (n)-[f:OFFICE]->(o:Entity)
WHERE $office IS NULL OR o.id = $office
RETURN t.id AS transfer_id, t.name AS transfer, t.date AS date, o.id AS office_id, o.name AS office,
       p.id AS official_id, p.name AS official, n.date AS term, n.date IS NULL AS attested,
       r.claims + h.claims + f.claims AS claims
