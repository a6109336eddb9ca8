//+ title: {en: Where transfers went, es: Adónde fueron los traslados}
//+ about:
//+   en: "The places to which a transfer, or people in it, were taken, with the people for whom a source names the place; one transfer or one person, or all."
//+   es: "Los lugares a los que fue un traslado o a los que se llevó a las personas, con los nombres de quienes una fuente dice que fueron llevados ahí; un traslado o una persona, o todos."
//+ answer: {en: "Destinations found: {n}.", es: "Destinos encontrados: {n}."}
//+ ask:
//+   en:
//+     - "where did {transfer} go"
//+     - "(where|to which cities|to which places|to what cities) (did|was|were) {transfer} (go|taken|sent|flown)"
//+     - "(where|to which cities|to which places) (did|were) the [three|mass] transfers (go|taken|sent|flown)"
//+     - "(where|to which cities) were (the people|the prisoners|those|they) (transferred|sent|flown|taken) (on|in) {transfer}"
//+     - "(where|to which cities) were (the people|the prisoners|those) transferred (on|in) {transfer} (taken|sent|flown)"
//+     - "(which|what) (cities|places|destinations) did {transfer} (go to|reach|have|include)"
//+     - "(what are|what were|list|show) the (destinations|cities|destination cities) of {transfer}"
//+     - "(what are|what were|list|show) the (destinations|cities|destination cities) of the [three|mass] transfers"
//+     - "destinations of {transfer}"
//+     - "(where|to which city|to which place|to which cities) was {person} (taken|transferred to|sent to|flown|flown to|taken to|sent)"
//+   es:
//+     - "adónde fue {transfer}"
//+     - "(adónde|a dónde|a qué ciudades|a qué lugares) (fue|llegó|se dirigió) {transfer}"
//+     - "(adónde|a dónde|a qué ciudades|a qué lugares) (fueron|llegaron) los [tres] traslados"
//+     - "(adónde|a dónde|a qué ciudades|a qué lugares) (llevaron|enviaron|trasladaron|mandaron) a (los presos|los reos|los trasladados|las personas) (de|del|en) {transfer}"
//+     - "(adónde|a dónde|a qué ciudades|a qué lugares) fueron (llevados|enviados|trasladados) (los presos|los reos|los trasladados|los) (de|del|en) {transfer}"
//+     - "(cuáles son|cuáles fueron|lista) (los destinos|las ciudades|las ciudades de destino) (de|del) {transfer}"
//+     - "(cuáles son|cuáles fueron|lista) (los destinos|las ciudades de destino) de los [tres] traslados"
//+     - "destinos (de|del) {transfer}"
//+     - "(adónde|a dónde|a qué ciudad|a qué lugar) fue (llevado|llevada|enviado|enviada|trasladado|trasladada) {person}"
//+     - "(adónde|a dónde|a qué ciudad) (llevaron|enviaron|trasladaron|mandaron) a {person}"
//+ examples: [{transfer: transfer/2025-02-27}, {person: person/rafael-caro-quintero}, {}]
//+ parameters:
//+   transfer: {type: Transfer, default: null}
//+   person: {type: Person, default: null}
//+ columns: {transfer: Transfer, date: text, destination: Place, people: "Person[]", status: "text[]"}
//+ order: [date, transfer, destination]
MATCH (t:Transfer)-[r:DESTINATION]->(d:Entity)
WHERE $person IS NULL AND ($transfer IS NULL OR t.id = $transfer)
RETURN t.id AS transfer_id, t.name AS transfer, t.date AS date, d.id AS destination_id, d.name AS destination,
       [] AS people, [] AS people_id, r.statuses AS status, r.claims AS claims
UNION ALL
MATCH (d:Entity)<-[r:DESTINATION]-(p:Entity)-[s:TRANSFERRED_IN]->(t:Transfer)
WHERE ($person IS NULL OR p.id = $person) AND ($transfer IS NULL OR t.id = $transfer)
RETURN t.id AS transfer_id, t.name AS transfer, t.date AS date, d.id AS destination_id, d.name AS destination,
       [p.name] AS people, [p.id] AS people_id, r.statuses AS status, r.claims + s.claims AS claims
