//+ title: {en: Where transfers went, es: Adónde fueron los traslados}
//+ about:
//+   en: "The places to which a transfer, or somebody in it, was taken; who was taken where is in transferred."
//+   es: "Los lugares a los que fue un traslado, o se llevó a alguien de él; a quién se llevó adónde está en transferred."
//+ parameters:
//+   transfer: {type: Transfer, default: null}
//+   destination: {type: Place, default: null, about: the place or a larger one around it}
//+ columns: {transfer: Transfer, destination: Place, date: text, statuses: "text[]"}
//+ order: [date, transfer, destination]
//+ from: transfer
//+ to: destination
//+ attributes: [date]
//+ words:
//+   en:
//+     destination: [destination, city, stop, airport, arrival city, landing site, landing place,
//+       final stop, destinations, cities, receiving cities, landing city, airports, arrival point,
//+       drop-off, where they landed]
//+     transfer -> destination: [go to, fly to, arrive, end up, touch down, fly, land, land in, land at,
//+       arrive in, touch down in, bring to, head to, set down, deliver to, set down in, touch ground]
//+   es:
//+     destination: [destino, ciudad, parada, aeropuerto, ciudad de destino, ciudad de llegada, escala,
//+       paradero, lugar de llegada, destinos, ciudades, ciudades de destino, aeropuertos,
//+       ciudades receptoras, punto de llegada, lugar de destino]
//+     transfer -> destination: [ir a, llegar, aterrizar, llevar a, mandar a, parar en, volar, volar a,
//+       arribar, arribar a, aterrizar en, tocar tierra, ir a dar, hacer escala, descender, llegar a,
//+       dirigirse, tener como destino, bajar en, descargar, tener destino, tener por destino, tocar,
//+       alcanzar]
//+ says:
//+   en: "{transfer} went to {destination}"
//+   es: "{transfer} tuvo como destino {destination}"
//+ questions:
//+   en: ["Which US cities did the 37 go to?", "Where was the transfer of 2025-02-27 flown?"]
//+   es: ["¿A qué ciudades mandaron a los 29?", "¿Qué traslado llegó a San Diego?"]
//+ examples:
//+   - {transfer: transfer/2025-02-27}
//+   - {transfer: transfer/2026-01-20}
//+   - {destination: place/san-diego}
//+   - {destination: place/texas}
//+   - {}
//? transfer: MATCH (t:Entity {id: $transfer})
//? destination: MATCH (:Entity {id: $destination})<-[:PART_OF*0..1]-(d:Entity) WITH DISTINCT d
MATCH (t:Transfer)-[r:DESTINATION]->(d:Place)
WHERE $transfer IS NULL OR t.id = $transfer
WITH t, r, d
WHERE $destination IS NULL OR d.id = $destination OR EXISTS { (d)-[:PART_OF]->(:Entity {id: $destination}) }
RETURN t.id AS transfer_id, t.name AS transfer, d.id AS destination_id, d.name AS destination, t.date AS date,
       r.statuses AS statuses, r.claims AS claims
UNION ALL
//? transfer: MATCH (t:Entity {id: $transfer})
//? destination: MATCH (:Entity {id: $destination})<-[:PART_OF*0..1]-(:Entity)<-[:DESTINATION]-(p:Entity) WITH DISTINCT p
MATCH (p:Person)-[s:TRANSFERRED_IN]->(t:Transfer)
WHERE $transfer IS NULL OR t.id = $transfer
MATCH (p)-[r:DESTINATION]->(d:Place)
WITH t, r, s, d
WHERE $destination IS NULL OR d.id = $destination OR EXISTS { (d)-[:PART_OF]->(:Entity {id: $destination}) }
RETURN t.id AS transfer_id, t.name AS transfer, d.id AS destination_id, d.name AS destination, t.date AS date,
       r.statuses AS statuses, r.claims + s.claims AS claims
