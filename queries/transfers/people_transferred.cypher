//+ title: {en: Everybody handed over, es: Todas las personas entregadas}
//+ about:
//+   en: "All people whom the sources name as handed over to another country, with transfer and date; of a period or between certain countries, if wanted."
//+   es: "Todas las personas que las fuentes nombran como entregadas a otro país, con traslado y fecha; si se desea, de un periodo o entre ciertos países."
//+ answer: {en: "Hand-overs of named people found: {n}.", es: "Entregas de personas nombradas: {n}."}
//+ ask:
//+   en:
//+     - "who has been transferred"
//+     - "(who|which people|which prisoners) (was|were|has been|have been) (transferred|extradited|handed over|sent) [during] {period}"
//+     - "(who|which people|which prisoners) (was|were|has been|have been) (transferred|handed over|sent|expelled) to {to_country} [during] [{period}]"
//+     - "(who|which people|which prisoners) (was|were|has been|have been) (transferred|handed over|sent|expelled) from {from_country} to {to_country} [during] [{period}]"
//+     - "(who|which people|which prisoners) (has|have) been transferred"
//+     - "(list|name|show me) (everyone|everybody|all people|all the people|all prisoners|all those) (transferred|handed over|sent) [to {to_country}] [{period}]"
//+     - "(who|which people|which prisoners) (has|did|have) {from_country} (transferred|handed over|sent|transfer|hand over|send) to {to_country} [during] [{period}]"
//+   es:
//+     - "quiénes han sido trasladados"
//+     - "(quiénes|qué personas|qué presos) (fueron|han sido) (trasladados|trasladadas|entregados|entregadas|enviados|extraditados) [durante] {period}"
//+     - "(quiénes|qué personas|qué presos) (fueron|han sido) (trasladados|trasladadas|entregados|entregadas|enviados) (a|hacia) {to_country} [durante] [{period}]"
//+     - "(quiénes|qué personas|qué presos) (fueron|han sido) (trasladados|trasladadas|entregados|entregadas|enviados) de {from_country} a {to_country} [durante] [{period}]"
//+     - "(quiénes|qué personas|qué presos) (fueron trasladados|fueron trasladadas|han sido trasladados|han sido trasladadas)"
//+     - "(lista|enumera|muestra) [a] (todos los trasladados|todas las personas trasladadas|todos los presos trasladados) [a {to_country}] [{period}]"
//+     - "a (quiénes|quién) ha (trasladado|entregado|enviado) {from_country} a {to_country} [durante] [{period}]"
//+ examples: [{}, {period: "2025-08"}, {from_country: place/uruguay, to_country: place/united-states}]
//+ parameters:
//+   from_country: {type: Country, default: null}
//+   to_country: {type: Country, default: null}
//+   period: {type: interval, default: null, about: "the transfer happened, or may have happened, in it"}
//+ columns: {person: Person, transfer: Transfer, date: text, status: "text[]"}
//+ order: [date, transfer, person]
MATCH (p:Entity)-[r:TRANSFERRED_IN]->(t:Transfer)
WITH p, r, t
WHERE ($from_country IS NULL OR EXISTS { (t)-[:FROM_COUNTRY]->(:Entity {id: $from_country}) })
  AND ($to_country IS NULL OR EXISTS { (t)-[:TO_COUNTRY]->(:Entity {id: $to_country}) })
  AND ($period_from IS NULL OR t.date_to >= $period_from)
  AND ($period_to IS NULL OR t.date_from <= $period_to)
RETURN p.id AS person_id, p.name AS person, t.id AS transfer_id, t.name AS transfer, t.date AS date,
       r.statuses AS status, r.claims AS claims
