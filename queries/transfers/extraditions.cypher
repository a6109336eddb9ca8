//+ title: {en: Extraditions, es: Extradiciones}
//+ about:
//+   en: "Hand-overs by extradition procedure, with date, people and countries. The mass transfers of 2025 and 2026 were no extraditions by the record and are not among them."
//+   es: "Entregas mediante procedimiento de extradición, con fecha, personas y países. Los traslados masivos de 2025 y 2026 no fueron extradiciones según el registro y no figuran aquí."
//+ answer: {en: "Hand-overs by extradition procedure: {n}.", es: "Entregas por procedimiento de extradición: {n}."}
//+ ask:
//+   en:
//+     - "which extraditions are known"
//+     - "[list|show] [all] [the] extraditions [to {to_country}] [during] [{period}]"
//+     - "[list|show] [all] [the] extraditions from {from_country} to {to_country} [during] [{period}]"
//+     - "(which|what) extraditions (are known|are there|were there|took place|happened) [to {to_country}] [during] [{period}]"
//+     - "(who|which people) (was|were|has been|have been) extradited [to {to_country}]"
//+     - "(who|which people) (was|were|has been|have been) extradited from {from_country} [to {to_country}]"
//+     - "who (was|were) transferred by extradition"
//+   es:
//+     - "qué extradiciones se conocen"
//+     - "[lista|enumera|muestra] [todas] [las] extradiciones [a {to_country}] [durante] [{period}]"
//+     - "[lista|enumera|muestra] [todas] [las] extradiciones de {from_country} a {to_country} [durante] [{period}]"
//+     - "qué extradiciones (hay|hubo|ha habido|se conocen|ocurrieron) [a {to_country}] [durante] [{period}]"
//+     - "(quién|quiénes) (fue|fueron|ha sido|han sido) (extraditado|extraditados|extraditada|extraditadas) [a {to_country}]"
//+     - "(quién|quiénes) (fue|fueron|ha sido|han sido) (extraditado|extraditados|extraditada|extraditadas) (de|desde) {from_country} [a {to_country}]"
//+     - "a quiénes han extraditado [a {to_country}]"
//+ examples: [{}, {from_country: place/uruguay}, {period: "2020"}]
//+ parameters:
//+   from_country: {type: Country, default: null}
//+   to_country: {type: Country, default: null}
//+   period: {type: interval, default: null, about: "the extradition happened, or may have happened, in it"}
//+ columns: {extradition: Extradition, date: text, people: "Person[]", sending: "Country[]", receiving: "Country[]"}
//+ order: [date, extradition]
MATCH (t:Extradition)-[r:TRANSFER_OF|FROM_COUNTRY|TO_COUNTRY]->(x:Entity)
WITH t, r, x, type(r) AS part
WHERE ($from_country IS NULL OR EXISTS { (t)-[:FROM_COUNTRY]->(:Entity {id: $from_country}) })
  AND ($to_country IS NULL OR EXISTS { (t)-[:TO_COUNTRY]->(:Entity {id: $to_country}) })
  AND ($period_from IS NULL OR t.date_to >= $period_from)
  AND ($period_to IS NULL OR t.date_from <= $period_to)
RETURN t.id AS extradition_id, t.name AS extradition, t.date AS date,
       CASE WHEN part = 'TRANSFER_OF' THEN [x.name] ELSE [] END AS people,
       CASE WHEN part = 'TRANSFER_OF' THEN [x.id] ELSE [] END AS people_id,
       CASE WHEN part = 'FROM_COUNTRY' THEN [x.name] ELSE [] END AS sending,
       CASE WHEN part = 'FROM_COUNTRY' THEN [x.id] ELSE [] END AS sending_id,
       CASE WHEN part = 'TO_COUNTRY' THEN [x.name] ELSE [] END AS receiving,
       CASE WHEN part = 'TO_COUNTRY' THEN [x.id] ELSE [] END AS receiving_id,
       r.claims AS claims
