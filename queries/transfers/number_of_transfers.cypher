//+ title: {en: How many transfers there were, es: Cuántos traslados hubo}
//+ about:
//+   en: "The number of hand-overs from one country to another, those by extradition procedure apart from the others."
//+   es: "El número de entregas de un país a otro; las hechas por procedimiento de extradición, aparte de las demás."
//+ answer: {en: "Hand-overs, those by extradition procedure apart.", es: "Entregas; aparte, las hechas por procedimiento de extradición."}
//+ ask:
//+   en:
//+     - "how many transfers have there been"
//+     - "how many [mass|prisoner] transfers (have there been|were there|took place|happened|occurred|have taken place|are there|are known) [from {from_country}] [to {to_country}] [during] [{period}]"
//+     - "how many times (did|has) {from_country} (transfer|transferred|hand over|handed over|send|sent) (prisoners|people|cartel members|inmates) to {to_country} [during] [{period}]"
//+     - "how many (extraditions|hand-overs|handovers) (have there been|were there|took place|happened|are known) [from {from_country}] [to {to_country}] [during] [{period}]"
//+     - "(number|total number) of [mass|prisoner] transfers [from {from_country}] [to {to_country}] [during] [{period}]"
//+   es:
//+     - "cuántos traslados ha habido"
//+     - "cuántos traslados [masivos] [de presos|de reos|de personas] (hubo|ha habido|hay|se han hecho|se hicieron|se realizaron|ocurrieron|tuvieron lugar) [de {from_country}] [a {to_country}] [durante] [{period}]"
//+     - "cuántas (extradiciones|entregas) (hubo|ha habido|hay|se han hecho|se hicieron|ocurrieron) [de {from_country}] [a {to_country}] [durante] [{period}]"
//+     - "cuántas veces (ha trasladado|trasladó|ha entregado|entregó) {from_country} (presos|reos|personas|capos) a {to_country} [durante] [{period}]"
//+     - "número de traslados [de {from_country}] [a {to_country}] [durante] [{period}]"
//+ examples: [{}, {from_country: place/mexico, to_country: place/united-states, period: "2025"}]
//+ parameters:
//+   from_country: {type: Country, default: null}
//+   to_country: {type: Country, default: null}
//+   period: {type: interval, default: null, about: "the transfer happened, or may have happened, in it"}
//+ columns: {extradition: boolean, transfers: integer, included: "Transfer[]"}
//+ order: [extradition]
MATCH (t:Transfer)<-[:SUBJECT]-(c:Claim)
WHERE c.predicate IN ['date_claimed', 'FROM_COUNTRY', 'TO_COUNTRY']
  AND c.drawn
WITH t, c
WHERE ($from_country IS NULL OR EXISTS { (t)-[:FROM_COUNTRY]->(:Entity {id: $from_country}) })
  AND ($to_country IS NULL OR EXISTS { (t)-[:TO_COUNTRY]->(:Entity {id: $to_country}) })
  AND ($period_from IS NULL OR t.date_to >= $period_from)
  AND ($period_to IS NULL OR t.date_from <= $period_to)
WITH t:Extradition AS extradition, count(DISTINCT t.id) AS transfers,
     collect({key: t.id, name: t.name, claim: c.id}) AS parts
UNWIND parts AS part
RETURN extradition, transfers, [part.name] AS included, [part.key] AS included_id, [part.claim] AS claims
