//+ title: {en: Who held an office on a day, es: Quién ocupaba un cargo en un día}
//+ about:
//+   en: "The holders of an office whose known term includes a day; a day of handover belongs to both terms where the sources say so. Where only single days in office are attested, the row says so."
//+   es: "Los titulares de un cargo cuyo periodo conocido incluye un día; un día de relevo pertenece a ambos periodos si así lo dicen las fuentes. Donde solo constan días sueltos en el cargo, la fila lo dice."
//+ answer: {en: "{office} on {day}: {n}.", es: "{office} el {day}: {n}."}
//+ ask:
//+   en:
//+     - "who was {office} (on|as of) {day}"
//+     - "(on|as of) {day} who was {office}"
//+     - "who (held|occupied) [the office of|the post of] {office} (on|as of) {day}"
//+     - "who (served as|was serving as|acted as|was acting as|was in office as) {office} (on|as of) {day}"
//+     - "(holder of the office of|holder of|incumbent of|name of the) {office} on {day}"
//+     - "{office} on {day}"
//+     - "who was in office as {office} on {day}"
//+     - "(which|what) (person|official|politician) (was|held the office of) {office} on {day}"
//+   es:
//+     - "quién (era|fue) {office} el {day}"
//+     - "quién (era|fue) {office} (el día|al|a fecha de|en la fecha) {day}"
//+     - "el {day} quién era {office}"
//+     - "quién (ocupaba|tenía|ejercía) [el cargo de|el puesto de] {office} el {day}"
//+     - "quién (fungía como|estaba como|actuaba como|era titular de) {office} el {day}"
//+     - "(titular de|nombre del) {office} el {day}"
//+     - "{office} el {day}"
//+     - "qué (persona|funcionario|político) (era|fue|ocupaba el cargo de) {office} el {day}"
//+ examples: [{office: office/president-of-mexico, day: "2018-12-01"}, {office: office/attorney-general-of-the-united-states, day: "2025-08-12"}, {office: office/president-of-the-united-states, day: "2025-01-20"}]
//+ parameters:
//+   office: {type: Office, required: true}
//+   day: {type: date, required: true}
//+ columns: {official: Official, term: text, attested: boolean, status: text}
//+ order: [term, official]
MATCH (p:Entity)-[r:HOLDS_OFFICE]->(o:Entity {id: $office})
WHERE r.valid_from <= $day AND r.valid_to >= $day
RETURN p.id AS official_id, p.name AS official, r.valid AS term,
       NOT EXISTS { MATCH (p)<-[:HOLDER]-(n:Entity)-[:OFFICE]->(o) WHERE n.date = r.valid } AS attested,
       r.status AS status, r.claims AS claims
