//+ title: {en: Transfers between countries, es: Traslados entre países}
//+ about:
//+   en: "The mass transfers and other hand-overs of people from one country to another, one row each: date, number of people as the sources count it, legal form, sending and receiving country."
//+   es: "Los traslados masivos y otras entregas de personas de un país a otro, una fila cada uno: fecha, número de personas según las fuentes, forma legal, país que entrega y país que recibe."
//+ answer: {en: "Transfers found: {n}.", es: "Traslados encontrados: {n}."}
//+ ask:
//+   en:
//+     - "which transfers are there"
//+     - "transfers from {from_country} to {to_country}"
//+     - "[list|show] [all] [the] transfers [of prisoners|of people|of inmates|of cartel members]"
//+     - "[list|show] [all] [the] transfers [of prisoners|of people|of inmates|of cartel members] from {from_country} to {to_country}"
//+     - "[list|show] [all] [the] transfers [of prisoners|of people|of inmates|of cartel members] (to|into) {to_country}"
//+     - "[list|show] [all] [the] transfers [of prisoners|of people|of inmates|of cartel members] from {from_country}"
//+     - "[list|show] [all] [the] transfers [of prisoners|of people] between {country} and {other_country}"
//+     - "[list|show] [all] [the] transfers [during] {period}"
//+     - "[list|show] [all] [the] transfers from {from_country} to {to_country} [during] {period}"
//+     - "which transfers [of prisoners|of people] (are known|are there|were there|have there been|took place|have taken place|happened|occurred|were made)"
//+     - "which transfers [of prisoners|of people] from {from_country} to {to_country} (are known|are there|were there|have there been|took place|have taken place|happened)"
//+     - "(which|what) transfers [of prisoners|of people] (took place|happened|occurred|were made|were there) [during] {period}"
//+     - "(which|what) transfers [of prisoners|of people] (took place|happened|occurred) between {country} and {other_country}"
//+     - "what are the transfers [of prisoners|of people|of cartel members] [from {from_country} to {to_country}]"
//+     - "when (did the transfers take place|did the transfers happen|were the transfers|have transfers taken place)"
//+     - "(what are|give me) the dates of the [three|mass|prisoner] transfers"
//+     - "(when|on which dates|on what dates) (has|did) {from_country} (transfer|transferred|send|sent|hand over|handed over|extradite|extradited) (prisoners|people|inmates|cartel members|cartel leaders) to {to_country}"
//+     - "when were (prisoners|people|inmates|cartel members|cartel leaders) (transferred|sent|handed over|extradited|expelled) [from {from_country}] to {to_country}"
//+   es:
//+     - "qué traslados hay"
//+     - "traslados de {from_country} a {to_country}"
//+     - "[lista|enumera|muestra] [todos] [los] traslados [de presos|de reos|de personas|de capos]"
//+     - "[lista|enumera|muestra] [todos] [los] traslados [de presos|de reos|de personas|de capos] de {from_country} a {to_country}"
//+     - "[lista|enumera|muestra] [todos] [los] traslados [de presos|de reos|de personas|de capos] (a|hacia) {to_country}"
//+     - "[lista|enumera|muestra] [todos] [los] traslados [de presos|de reos|de personas] desde {from_country}"
//+     - "[lista|enumera|muestra] [todos] [los] traslados [de presos|de reos|de personas] entre {country} y {other_country}"
//+     - "[lista|enumera|muestra] [todos] [los] traslados [durante] {period}"
//+     - "(qué|cuáles) traslados [de presos|de reos|de personas] (hay|hubo|ha habido|se conocen|se hicieron|se han hecho|se realizaron|ocurrieron|tuvieron lugar)"
//+     - "(qué|cuáles) traslados [de presos|de reos|de personas] (hubo|ha habido|se hicieron|se realizaron|ocurrieron|tuvieron lugar) de {from_country} a {to_country}"
//+     - "(qué|cuáles) traslados [de presos|de reos|de personas] (hubo|ha habido|se hicieron|se realizaron|ocurrieron|tuvieron lugar) [durante] {period}"
//+     - "(qué|cuáles) traslados (hubo|ha habido|se hicieron|se realizaron|ocurrieron|tuvieron lugar) entre {country} y {other_country}"
//+     - "cuáles (son|fueron) los traslados [de presos|de reos|de personas|de capos] [de {from_country} a {to_country}]"
//+     - "cuándo (fueron|ocurrieron|tuvieron lugar|se hicieron|se realizaron) los traslados [de presos|de reos|de personas] [a {to_country}]"
//+     - "(cuándo|en qué fechas) (trasladó|entregó|envió|extraditó|ha trasladado|ha entregado) {from_country} (presos|reos|personas|capos|a capos) a {to_country}"
//+     - "(cuáles son|dame) las fechas de los [tres] traslados"
//+ examples: [{from_country: place/mexico, to_country: place/united-states}, {}, {period: "2025"}, {country: place/united-states, other_country: place/mexico}]
//+ parameters:
//+   from_country: {type: Country, default: null, about: "the country that hands people over"}
//+   to_country: {type: Country, default: null, about: "the country that receives them"}
//+   country: {type: Country, default: null, about: "a country on either side"}
//+   other_country: {type: Country, default: null, about: "another country on either side"}
//+   period: {type: interval, default: null, about: "the transfer happened, or may have happened, in it"}
//+ columns: {transfer: Transfer, date: text, people: "integer[]", extradition: boolean, legal_form: "text[]", sending: "Country[]", receiving: "Country[]"}
//+ order: [date, transfer]
MATCH (t:Transfer)<-[:SUBJECT]-(c:Claim)
WHERE c.predicate IN ['date_claimed', 'people_count', 'legal_form', 'FROM_COUNTRY', 'TO_COUNTRY']
  AND c.drawn
WITH t, c
WHERE ($from_country IS NULL OR EXISTS { (t)-[:FROM_COUNTRY]->(:Entity {id: $from_country}) })
  AND ($to_country IS NULL OR EXISTS { (t)-[:TO_COUNTRY]->(:Entity {id: $to_country}) })
  AND ($country IS NULL OR EXISTS { (t)-[:FROM_COUNTRY|TO_COUNTRY]->(:Entity {id: $country}) })
  AND ($other_country IS NULL OR EXISTS { (t)-[:FROM_COUNTRY|TO_COUNTRY]->(:Entity {id: $other_country}) })
  AND ($period_from IS NULL OR t.date_to >= $period_from)
  AND ($period_to IS NULL OR t.date_from <= $period_to)
OPTIONAL MATCH (c)-[:OBJECT]->(o:Entity)
RETURN t.id AS transfer_id, t.name AS transfer, t.date AS date, t:Extradition AS extradition,
       CASE WHEN c.predicate = 'people_count' AND c.value =~ '[0-9]{1,18}' THEN [toInteger(c.value)] ELSE [] END AS people,
       CASE WHEN c.predicate = 'legal_form' THEN [c.value] ELSE [] END AS legal_form,
       CASE WHEN c.predicate = 'FROM_COUNTRY' THEN [o.name] ELSE [] END AS sending,
       CASE WHEN c.predicate = 'FROM_COUNTRY' THEN [o.id] ELSE [] END AS sending_id,
       CASE WHEN c.predicate = 'TO_COUNTRY' THEN [o.name] ELSE [] END AS receiving,
       CASE WHEN c.predicate = 'TO_COUNTRY' THEN [o.id] ELSE [] END AS receiving_id,
       [c.id] AS claims
