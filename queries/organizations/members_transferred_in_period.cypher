//+ title: {en: Members of an organisation transferred in a period, es: Miembros de una organización trasladados en un periodo}
//+ about:
//+   en: "Who is said to belong to an organisation, or to lead it, and was handed over to another state on this day or in this period; extraditions are transfers too. The status says how firmly: alleged is not proven."
//+   es: "Quién se dice que pertenece a una organización, o la dirige, y fue entregado a otro Estado en este día o periodo; las extradiciones también lo son. El estado dice con qué firmeza: alegado no es probado."
//+ answer: {en: "Said to belong to {organization} and transferred in {period}: {n}.", es: "Se dice que pertenecen a {organization} y fueron trasladados en {period}: {n}."}
//+ ask:
//+   en:
//+     - "(which|what) people transferred {period} (belong|belonged) to {organization}"
//+     - "(which|what) members of {organization} were (transferred|handed over) {period}"
//+     - "(which|what) people (of|from) {organization} were (transferred|handed over) {period}"
//+     - "who (of|from) {organization} was (transferred|handed over) {period}"
//+     - "[the] members of {organization} transferred {period}"
//+     - "(which|what) members of {organization} were (transferred|handed over) in the (year|month) {period}"
//+   es:
//+     - "qué personas trasladadas {period} (pertenecen|pertenecían) (a|al) {organization}"
//+     - "qué (miembros|integrantes) (de|del) {organization} fueron (trasladados|entregados) {period}"
//+     - "quiénes (de|del) {organization} fueron (trasladados|entregados) {period}"
//+     - "[los] (miembros|integrantes) (de|del) {organization} trasladados {period}"
//+     - "qué (miembros|integrantes) (de|del) {organization} fueron (trasladados|entregados) en el año {period}"
//+ examples: [{organization: organization/beltran-leyva-organization, period: "2025-02-27"}, {organization: organization/cjng, period: "2025"}]
//+ parameters:
//+   organization: {type: Organization, required: true}
//+   period: {type: interval, required: true}
//+ columns: {person: Actor, tie: text, status: text, transfer: Transfer, date: interval}
//+ order: [date, person, tie]
MATCH (o:Entity {id: $organization})<-[m:MEMBER_OF|LEADS]-(x:Entity)-[t:TRANSFERRED_IN]->(e:Entity)
WITH x, m, t, e
WHERE ($period_to IS NULL OR e.date_from <= $period_to) AND ($period_from IS NULL OR e.date_to >= $period_from)
RETURN x.id AS person_id, x.name AS person, type(m) AS tie, m.status AS status, e.id AS transfer_id, e.name AS transfer,
       e.date AS date, m.claims + t.claims AS claims
