//+ title: {en: Holders of an office over time, es: Titulares de un cargo a lo largo del tiempo}
//+ about:
//+   en: "Everybody known to have held an office, with the term as it is known; of a period, if wanted. Where only single days in office are attested, each is a row that says so."
//+   es: "Todas las personas de las que consta que ocuparon un cargo, con su periodo según se conoce; si se desea, de un lapso. Donde solo constan días sueltos en el cargo, cada uno es una fila que lo dice."
//+ answer: {en: "Holders of {office}: {n} rows.", es: "Titulares de {office}: {n} filas."}
//+ ask:
//+   en:
//+     - "who has been {office}"
//+     - "who (was|were|has been|have been) {office}"
//+     - "who (was|were|has been|have been) {office} [during] {period}"
//+     - "who (has|have|had) (held|occupied) [the office of|the post of] {office} [during] [{period}]"
//+     - "who (held|occupied) [the office of|the post of] {office} [during] [{period}]"
//+     - "(list|show|name) [all] [the] (holders of|holders of the office of|people who have been|people who were) {office} [during] [{period}]"
//+     - "(list|show|name) [all] {office}"
//+     - "holders of [the office of] {office} [during] [{period}]"
//+     - "(history|holders) of the office of {office}"
//+     - "who (served|has served|have served) as {office} [during] [{period}]"
//+   es:
//+     - "quién ha sido {office}"
//+     - "quién (fue|era|ha sido) {office}"
//+     - "quiénes (fueron|eran|han sido) {office}"
//+     - "quién (fue|era|ha sido) {office} [durante] {period}"
//+     - "quiénes (fueron|eran|han sido) {office} [durante] {period}"
//+     - "(quién|quiénes) (ocupó|ocuparon|ha ocupado|han ocupado|tuvo|tuvieron) (el cargo de|el puesto de) {office} [durante] [{period}]"
//+     - "(quién|quiénes) (ocupó|ocuparon|ha ocupado|han ocupado) {office} [durante] [{period}]"
//+     - "(lista|enumera|muestra) [a] [todos] [los] (titulares de|que han sido|que fueron) {office} [durante] [{period}]"
//+     - "(titulares de|historia de) {office} [durante] [{period}]"
//+ examples: [{office: office/attorney-general-of-mexico}, {office: office/president-of-mexico, period: "2018"}, {office: office/secretary-of-security-of-mexico}]
//+ parameters:
//+   office: {type: Office, required: true}
//+   period: {type: interval, default: null}
//+ columns: {official: Official, term: text, attested: boolean, status: text}
//+ order: [term, official]
MATCH (p:Entity)-[r:HOLDS_OFFICE]->(o:Entity {id: $office})
WHERE ($period_from IS NULL OR r.valid_to >= $period_from)
  AND ($period_to IS NULL OR r.valid_from <= $period_to)
RETURN p.id AS official_id, p.name AS official, r.valid AS term,
       NOT EXISTS { MATCH (p)<-[:HOLDER]-(n:Entity)-[:OFFICE]->(o) WHERE n.date = r.valid } AS attested,
       r.status AS status, r.claims AS claims
