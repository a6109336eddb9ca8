//+ title: {en: When a person was handed over, es: Cuándo fue entregada una persona}
//+ about:
//+   en: "The transfers and extraditions in which a person was handed over to another country, with date and countries."
//+   es: "Los traslados y extradiciones en que una persona fue entregada a otro país, con fecha y países."
//+ answer: {en: "Transfers of {person}: {n}.", es: "Traslados de {person}: {n}."}
//+ ask:
//+   en:
//+     - "when was {person} transferred"
//+     - "(when|on what date|on which date|on which day) was {person} (transferred|extradited|handed over|sent|expelled|flown) [to {to_country}]"
//+     - "(when|on what date|on which date) did mexico (transfer|extradite|hand over|send|expel) {person} [to {to_country}]"
//+     - "(in which|with which|in what) transfer was {person} [sent|transferred|handed over|included]"
//+     - "(which|what) transfer (included|was|moved|took) {person}"
//+     - "which transfer was {person} (in|part of|on)"
//+     - "was {person} (transferred|extradited|handed over|sent|expelled) [to {to_country}]"
//+     - "has {person} been (transferred|extradited|handed over|sent) [to {to_country}]"
//+     - "(transfer|transfers|extradition|hand over|handover|date of the transfer|transfer date) of {person} [to {to_country}]"
//+     - "{person}'s (transfer|transfers|extradition|handover)"
//+   es:
//+     - "cuándo fue trasladado {person}"
//+     - "cuándo fue (trasladado|trasladada|entregado|entregada|extraditado|extraditada|enviado|enviada|expulsado|expulsada) {person} [a {to_country}]"
//+     - "en qué fecha fue (trasladado|trasladada|entregado|entregada|extraditado|extraditada|enviado|enviada) {person} [a {to_country}]"
//+     - "(cuándo|en qué fecha) (trasladaron|entregaron|extraditaron|enviaron|mandaron) a {person} [a {to_country}]"
//+     - "(cuándo|en qué fecha) se (trasladó|entregó|extraditó|envió) a {person} [a {to_country}]"
//+     - "en (qué|cuál) traslado (fue|iba|estaba|salió|se fue) {person}"
//+     - "fue (trasladado|trasladada|entregado|entregada|extraditado|extraditada) {person} [a {to_country}]"
//+     - "(traslado|traslados|extradición|entrega|fecha del traslado) de {person} [a {to_country}]"
//+ examples: [{person: person/rafael-caro-quintero}, {person: person/gerardo-gonzalez-valencia, to_country: place/united-states}]
//+ parameters:
//+   person: {type: Person, required: true}
//+   to_country: {type: Country, default: null}
//+ columns: {transfer: Transfer, date: text, sending: "Country[]", receiving: "Country[]", status: "text[]"}
//+ order: [date, transfer]
MATCH (:Entity {id: $person})-[r:TRANSFERRED_IN]->(t:Entity)
WITH r, t
WHERE $to_country IS NULL OR EXISTS { (t)-[:TO_COUNTRY]->(:Entity {id: $to_country}) }
OPTIONAL MATCH (t)<-[:SUBJECT]-(c:Claim)
WHERE c.predicate IN ['date_claimed', 'FROM_COUNTRY', 'TO_COUNTRY']
  AND c.drawn
OPTIONAL MATCH (c)-[:OBJECT]->(o:Entity)
RETURN t.id AS transfer_id, t.name AS transfer, t.date AS date,
       CASE WHEN c.predicate = 'FROM_COUNTRY' THEN [o.name] ELSE [] END AS sending,
       CASE WHEN c.predicate = 'FROM_COUNTRY' THEN [o.id] ELSE [] END AS sending_id,
       CASE WHEN c.predicate = 'TO_COUNTRY' THEN [o.name] ELSE [] END AS receiving,
       CASE WHEN c.predicate = 'TO_COUNTRY' THEN [o.id] ELSE [] END AS receiving_id,
       r.statuses AS status,
       CASE WHEN c IS NULL THEN r.claims ELSE r.claims + [c.id] END AS claims
