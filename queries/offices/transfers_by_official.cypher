//+ title: {en: Transfers by official in office, es: Traslados por funcionario en el cargo}
//+ about:
//+   en: "Every transfer and extradition with the officials, of either country, in whose time in office it falls wholly, and its stated size. Where only single days in office are attested, a transfer counts if it happened on such a day, and the row says so. Hand-overs known to be between other countries than the official's are left out. To be in office says nothing about having decided."
//+   es: "Cada traslado y extradición con los funcionarios, de cualquiera de los dos países, en cuyo tiempo en el cargo cae por completo, y su tamaño declarado. Donde solo constan días sueltos en el cargo, el traslado cuenta si ocurrió en uno de ellos, y la fila lo dice. No figuran las entregas entre países distintos del suyo. Estar en el cargo no significa haber decidido."
//+ parameters:
//+   transfer: {type: Transfer, default: null}
//+   official: {type: Person, default: null}
//+   office: {type: Office, default: null}
//+ columns: {transfer: Transfer, date: text, people: integer, official: Person, office: Office, term: text, attested: boolean}
//+ order: [date, transfer, office, official]
//+ from: official
//+ to: transfer
//+ attributes: [date, people]
//+ says:
//+   en: "{transfer} happened while {official} was {office}"
//+   es: "{transfer} ocurrió cuando {official} era {office}"
//+ questions:
//+   en: ["Which transfers took place while Alejandro Gertz Manero was Attorney General of Mexico?", "Which transfers happened while Pamela Bondi was in office?"]
//+   es: ["¿Qué traslados ocurrieron durante la gestión de Ernestina Godoy Ramos?", "¿Qué entregas hubo con Gertz Manero como fiscal?"]
//+ examples:
//+   - {official: person/alejandro-gertz-manero, office: office/attorney-general-of-mexico}
//+   - {official: person/claudia-sheinbaum-pardo}
//+   - {official: person/pamela-bondi}
//+   - {transfer: transfer/2026-01-20}
//+   - {office: office/attorney-general-of-mexico}
//+   - {}
//? official: MATCH (:Entity {id: $official})<-[:HOLDER]-(n:Entity) WITH DISTINCT n
//? office: MATCH (:Entity {id: $office})<-[:OFFICE]-(n:Entity) WITH DISTINCT n
//? transfer: MATCH (:Entity {id: $transfer})-[:OCCURRED_DURING]->(n:Entity) WITH DISTINCT n
MATCH (n:Tenure)-[f:OFFICE]->(o:Office)
WHERE $office IS NULL OR o.id = $office
MATCH (n)-[h:HOLDER]->(p:Person)
WHERE $official IS NULL OR p.id = $official
MATCH (n)<-[r:OCCURRED_DURING]-(t:Transfer)
WITH p, h, n, f, o, r, t
WHERE ($transfer IS NULL OR t.id = $transfer)
  AND (NOT EXISTS { (o)-[:JURISDICTION]->() }
    OR NOT EXISTS { (t)-[:FROM_COUNTRY]->() }
    OR NOT EXISTS { (t)-[:TO_COUNTRY]->() }
    OR EXISTS { (o)-[:JURISDICTION]->()<-[:FROM_COUNTRY|TO_COUNTRY]-(t) })
OPTIONAL MATCH (t)<-[:SUBJECT]-(c:Claim)
WHERE c.predicate = 'people_count' AND c.value =~ '[0-9]{1,18}'
  AND c.drawn
WITH p, n, o, t, h.claims + f.claims + r.claims AS grounds, collect(c.id) AS counted,
     max(CASE WHEN c.rank = 'preferred' THEN toInteger(c.value) END) AS preferred,
     max(toInteger(c.value)) AS highest
RETURN t.id AS transfer_id, t.name AS transfer, t.date AS date, coalesce(preferred, highest) AS people,
       p.id AS official_id, p.name AS official, o.id AS office_id, o.name AS office,
       n.date AS term, n.date IS NULL AS attested, grounds + counted AS claims
