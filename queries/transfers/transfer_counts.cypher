//+ title: {en: What the sources count in transfers, es: Qué cuentan las fuentes en los traslados}
//+ about:
//+   en: "One row for each number that sources give for a transfer: `people` handed over, people `named`, `aircraft` used, `cities` reached. Sources that differ give rows that differ."
//+   es: "Una fila por cada cifra que dan las fuentes de un traslado: personas entregadas (`people`), personas nombradas (`named`), aeronaves (`aircraft`), ciudades (`cities`). Fuentes que difieren dan filas que difieren."
//+ parameters:
//+   transfer: {type: Transfer, default: null}
//+   measure: {type: text, default: null, about: "people, named, aircraft or cities"}
//+ columns: {transfer: Transfer, date: text, measure: text, count: integer, statuses: "text[]"}
//+ order: [date, transfer, measure, "-count"]
//+ from: transfer
//+ to: count
//+ attributes: [measure]
//+ words:
//+   en:
//+     count: [
//+       {say: [aircraft, plane, airplane, jet, aeroplane, military plane, military aircraft, aircrafts,
//+         planes, airplanes, jets, plane count, number of planes,
//+         number of aircraft], with: {measure: aircraft}},
//+       {say: [named person, public name, known name, public identity, name public, name made public,
//+         publicly named, disclosed name], with: {measure: named}}]
//+   es:
//+     count: [
//+       {say: [avión, aeronave, jet, avioneta, avión militar, aeroplano, aviones, aeronaves, naves,
//+         número de aviones, cantidad de aviones], with: {measure: aircraft}},
//+       {say: [nombre público, nombre conocido, nombre publicado,
//+         nombre dado a conocer], with: {measure: named}}]
//+ says:
//+   en: "{transfer}: {count} ({measure})"
//+   es: "{transfer}: {count} ({measure})"
//+ questions:
//+   en: ["How many planes were used in the transfer of 2026-01-20?", "How many of the 37 are named?"]
//+   es: ["¿Cuántos aviones se usaron en el traslado de 2026-01-20?", "¿A cuántas ciudades fue el traslado de 2025-02-27?"]
//+ examples:
//+   - {transfer: transfer/2026-01-20}
//+   - {transfer: transfer/2026-01-20, measure: aircraft}
//+   - {measure: people}
//+   - {}
//? transfer: MATCH (t:Entity {id: $transfer})
MATCH (t:Transfer)<-[:SUBJECT]-(c:Claim)
WHERE c.predicate IN ['people_count', 'named_count', 'aircraft_count', 'city_count'] AND c.value =~ '[0-9]{1,18}'
  AND c.drawn
WITH t, c, CASE c.predicate WHEN 'people_count' THEN 'people' WHEN 'named_count' THEN 'named'
                            WHEN 'aircraft_count' THEN 'aircraft' ELSE 'cities' END AS measure
WHERE ($transfer IS NULL OR t.id = $transfer) AND ($measure IS NULL OR measure = $measure)
RETURN t.id AS transfer_id, t.name AS transfer, t.date AS date, measure, toInteger(c.value) AS count,
       [c.status] AS statuses, [c.id] AS claims
