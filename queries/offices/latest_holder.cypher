//+ title: {en: The latest known holder of an office, es: El último titular conocido de un cargo}
//+ about:
//+   en: "Who holds an office by what the graph knows: the term that reaches furthest. 'open' says that no end is known to have come; where only single days in office are attested, the latest of them is given and the row says so."
//+   es: "Quién ocupa un cargo según lo que sabe el grafo: el periodo que llega más lejos. 'open' indica que no consta que haya terminado; donde solo constan días sueltos en el cargo, se da el último y la fila lo dice."
//+ answer: {en: "Latest known holder of {office}.", es: "Último titular conocido de {office}."}
//+ ask:
//+   en:
//+     - "who is {office}"
//+     - "who is [currently|now] {office} [now|today|at present|currently]"
//+     - "who is the (current|present) {office}"
//+     - "who (holds|occupies) [the office of|the post of] {office} [now|today]"
//+     - "(current|present|latest|latest known) {office}"
//+     - "(name of|name) the current {office}"
//+     - "who is the (latest|latest known|last known|last) {office}"
//+     - "who was the (latest|latest known|last known|last) {office}"
//+   es:
//+     - "quién es {office}"
//+     - "quién es [ahora|actualmente|hoy] {office} [ahora|hoy|actualmente]"
//+     - "quién es (el|la) actual {office}"
//+     - "quién (ocupa|tiene|ejerce) (el cargo de|el puesto de) {office} [ahora|hoy|actualmente]"
//+     - "actual {office}"
//+     - "quién (es|fue) (el|la) (última|último) {office} [conocido|conocida]"
//+ examples: [{office: office/attorney-general-of-mexico}, {office: office/secretary-of-security-of-mexico}]
//+ parameters:
//+   office: {type: Office, required: true}
//+ columns: {official: Official, term: text, open: boolean, attested: boolean, status: text}
//+ order: [official, term]
MATCH (:Entity)-[s:HOLDS_OFFICE]->(o:Entity {id: $office})
WITH o, max(s.valid_to) AS latest
MATCH (p:Entity)-[r:HOLDS_OFFICE]->(o)
WHERE r.valid_to = latest
RETURN p.id AS official_id, p.name AS official, r.valid AS term, latest = '9999-12-31' AS open,
       NOT EXISTS { MATCH (p)<-[:HOLDER]-(n:Entity)-[:OFFICE]->(o) WHERE n.date = r.valid } AS attested,
       r.status AS status, r.claims AS claims
