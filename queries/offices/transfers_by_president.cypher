//+ title: {en: Transfers and presidents, es: Traslados y presidentes}
//+ about:
//+   en: "Every transfer and extradition with the president in office of the sending and of the receiving country, by the date; or the presidents at the time of one transfer, or of a person's. A hand-over that is dated by the year alone may fall under two presidents; then none is named."
//+   es: "Cada traslado y extradición con el presidente en funciones del país que entrega y del que recibe, según la fecha; o los presidentes en el momento de un traslado, o del de una persona. Una entrega fechada solo por el año puede caer bajo dos presidentes; entonces no se nombra a ninguno."
//+ answer: {en: "Transfers with the presidents in office: {n} rows.", es: "Traslados con los presidentes en funciones: {n} filas."}
//+ ask:
//+   en:
//+     - "which transfers happened under which president"
//+     - "(which|what) transfers (took place|happened|occurred|were made) under (which|what) (president|presidents|administration|administrations)"
//+     - "under (which|what) (president|presidents|administration|administrations) did (each transfer|the transfers|the three transfers) (take place|happen|occur)"
//+     - "under (which|what) (president|presidents|administration|administrations) did {transfer} (take place|happen|occur)"
//+     - "under (which|what) (president|presidents|administration|administrations) (was|were) {transfer} (made|carried out)"
//+     - "under (which|what) (president|presidents|administration|administrations) were the [three] transfers (made|carried out)"
//+     - "under (which|what) (president|presidents|administration|administrations) was {person} (transferred|extradited|handed over|sent) [to the united states|to the us]"
//+     - "who (was|were) [the] (president|presidents) (during|at the time of) {transfer}"
//+     - "who (was|were) [the] (president|presidents) (during|at the time of) each transfer"
//+     - "who was president when {person} was (transferred|extradited|handed over|sent) [to the united states|to the us]"
//+     - "(which|what) (president|presidents) (was|were) in office (during|at the time of) {transfer}"
//+     - "(which|what) (president|presidents) (was|were) in office when {person} was (transferred|extradited|handed over|sent)"
//+     - "[list] transfers by (president|administration)"
//+     - "(list|show) the presidents (of|for|during) each transfer"
//+   es:
//+     - "qué traslados ocurrieron bajo qué presidente"
//+     - "(qué|cuáles) traslados (ocurrieron|hubo|se hicieron|tuvieron lugar) (bajo|con|durante) (qué presidente|cuál presidente|qué presidentes|qué gobierno|qué gobiernos|cada presidente|cada gobierno)"
//+     - "(bajo|con|durante) (qué presidente|qué presidenta|qué presidentes|qué gobierno|qué gobiernos) (ocurrió|se hizo|tuvo lugar|se realizó) (cada traslado|{transfer})"
//+     - "(bajo|con|durante) (qué presidente|qué presidenta|qué presidentes|qué gobierno|qué gobiernos) (ocurrieron|se hicieron|tuvieron lugar) los [tres] traslados"
//+     - "(bajo|con|durante) (qué presidente|qué presidenta|qué gobierno) fue (trasladado|trasladada|entregado|entregada|extraditado|extraditada) {person} [a estados unidos]"
//+     - "(quién|quiénes) (era|eran) (presidente|presidentes|presidenta) (durante|en el momento de|cuando ocurrió) {transfer}"
//+     - "(quién|quiénes) (era|eran) (presidente|presidentes|presidenta) cuando (trasladaron|entregaron|extraditaron) a {person} [a estados unidos]"
//+     - "(quién|quiénes) (era|eran) (presidente|presidentes|presidenta) cuando fue (trasladado|trasladada|entregado|extraditado) {person}"
//+     - "[lista] traslados por (presidente|gobierno)"
//+ examples: [{}, {transfer: transfer/2025-02-27}, {person: person/rafael-caro-quintero}]
//+ parameters:
//+   transfer: {type: Transfer, default: null}
//+   person: {type: Person, default: null, about: "a person handed over in it"}
//+ columns: {transfer: Transfer, date: text, country: Country, president: Person, administration: Administration}
//+ order: [date, transfer, country, president]
MATCH (t:Transfer)-[u:OCCURRED_UNDER]->(a:Entity)-[h:HEADED_BY]->(p:Entity)
WHERE ($transfer IS NULL OR t.id = $transfer)
  AND ($person IS NULL OR EXISTS { (t)<-[:TRANSFERRED_IN]-(:Entity {id: $person}) })
MATCH (a)-[j:JURISDICTION]->(c:Entity)
WHERE EXISTS { (t)-[:FROM_COUNTRY|TO_COUNTRY]->(c) }
RETURN t.id AS transfer_id, t.name AS transfer, t.date AS date, c.id AS country_id, c.name AS country,
       p.id AS president_id, p.name AS president, a.id AS administration_id, a.name AS administration,
       u.claims + h.claims + j.claims AS claims
