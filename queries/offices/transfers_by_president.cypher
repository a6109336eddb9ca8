//+ title: {en: Transfers by president, es: Traslados por presidente}
//+ about:
//+   en: "Every transfer and extradition with the president in office of the sending and of the receiving country, by the date, and its stated size. A hand-over that is dated by the year alone may fall under two presidents; then none is named. To be in office says nothing about having decided."
//+   es: "Cada traslado y extradición con el presidente en funciones del país que entrega y del que recibe, según la fecha, y su tamaño declarado. Una entrega fechada solo por el año puede caer bajo dos presidentes; entonces no se nombra a ninguno. Estar en el cargo no significa haber decidido."
//+ parameters:
//+   transfer: {type: Transfer, default: null}
//+   president: {type: Person, default: null}
//+   country: {type: Country, default: null}
//+   administration: {type: Administration, default: null}
//+ columns: {transfer: Transfer, date: text, people: integer, country: Country, president: Person, administration: Administration}
//+ order: [date, transfer, country, president]
//+ from: president
//+ to: transfer
//+ attributes: [date, people]
//+ says:
//+   en: "{transfer} happened while {president} was president of {country}"
//+   es: "{transfer} ocurrió cuando {president} presidía {country}"
//+ questions:
//+   en: ["Which transfers took place while Claudia Sheinbaum was president of Mexico?", "Who was president at the transfer of 2025-02-27?"]
//+   es: ["¿Qué traslados ocurrieron durante la presidencia de Claudia Sheinbaum?", "¿Cuántos entregó cada presidente?"]
//+ examples:
//+   - {}
//+   - {transfer: transfer/2025-02-27}
//+   - {president: person/claudia-sheinbaum-pardo}
//+   - {administration: administration/trump-1}
//+   - {country: place/mexico}
//? transfer: MATCH (t:Entity {id: $transfer})
//? administration: MATCH (a:Entity {id: $administration})
//? president: MATCH (:Entity {id: $president})<-[:HEADED_BY]-(a:Entity) WITH DISTINCT a
//? country: MATCH (:Entity {id: $country})<-[:JURISDICTION]-(a:Administration) WITH DISTINCT a
MATCH (t:Transfer)-[u:OCCURRED_UNDER]->(a:Administration)
WHERE ($transfer IS NULL OR t.id = $transfer) AND ($administration IS NULL OR a.id = $administration)
MATCH (a)-[h:HEADED_BY]->(p:Person)
WHERE $president IS NULL OR p.id = $president
MATCH (a)-[j:JURISDICTION]->(k:Country)
WHERE ($country IS NULL OR k.id = $country) AND EXISTS { (t)-[:FROM_COUNTRY|TO_COUNTRY]->(k) }
OPTIONAL MATCH (t)<-[:SUBJECT]-(c:Claim)
WHERE c.predicate = 'people_count' AND c.value =~ '[0-9]{1,18}'
  AND c.drawn
WITH t, a, p, k, u.claims + h.claims + j.claims AS grounds, collect(c.id) AS counted,
     max(CASE WHEN c.rank = 'preferred' THEN toInteger(c.value) END) AS preferred,
     max(toInteger(c.value)) AS highest
RETURN t.id AS transfer_id, t.name AS transfer, t.date AS date, coalesce(preferred, highest) AS people,
       k.id AS country_id, k.name AS country, p.id AS president_id, p.name AS president,
       a.id AS administration_id, a.name AS administration, grounds + counted AS claims
