//+ title: {en: How many people were handed over in all, es: Cuántas personas fueron entregadas en total}
//+ about:
//+   en: "The sum over the transfers whose size some source gives; each transfer counts once, with its preferred count, else the highest. Hand-overs without a stated size are not counted."
//+   es: "La suma de los traslados cuyo tamaño da alguna fuente; cada traslado cuenta una vez, con su cifra preferente o, si no la hay, la más alta. No cuentan las entregas sin tamaño declarado."
//+ answer: {en: "People handed over, summed over the transfers with a stated size.", es: "Personas entregadas, sumadas sobre los traslados con tamaño declarado."}
//+ ask:
//+   en:
//+     - "how many people were transferred in total"
//+     - "how many (people|prisoners|inmates|cartel members) (were|have been) (transferred|sent|handed over) [in total|in all|altogether|so far]"
//+     - "how many (people|prisoners|inmates|cartel members) (were|have been) (transferred|sent|handed over) to {to_country} [in total|in all|altogether|so far]"
//+     - "how many (people|prisoners|inmates|cartel members) (were|have been) (transferred|sent|handed over) [to {to_country}] (in the three transfers|in all three transfers|in all the transfers|in total in the three transfers|in the three transfers in total)"
//+     - "how many (people|prisoners|inmates|cartel members) (were|have been) (transferred|sent|handed over) from {from_country} to {to_country} [in total|in all|altogether|so far|in the three transfers]"
//+     - "how many (people|prisoners|inmates|cartel members) (were|have been) (transferred|sent|handed over) [to {to_country}] [during] {period}"
//+     - "how many (people|prisoners|inmates|cartel members) has {from_country} (transferred|handed over|sent) to {to_country} [in total|in all|altogether|so far|in the three transfers]"
//+     - "how many (people|prisoners|inmates|cartel members) did {from_country} (transfer|hand over|send) to {to_country} [in total|in all|altogether|so far|in the three transfers]"
//+     - "how many (people|prisoners|inmates|cartel members) did {from_country} (transfer|hand over|send) to {to_country} [during] {period}"
//+     - "(what is|what was|give me) the total number of (people|prisoners|inmates) (transferred|sent|handed over) [to {to_country}] [in the three transfers]"
//+     - "total number of (people|prisoners|inmates) (transferred|sent|handed over) [to {to_country}] [during] [{period}]"
//+   es:
//+     - "cuántas personas fueron trasladadas en total"
//+     - "(cuántas personas|cuántos presos|cuántos reos|cuántos capos) (fueron|han sido) (trasladadas|trasladados|entregadas|entregados|enviados) [a {to_country}] [en total|hasta ahora]"
//+     - "(cuántas personas|cuántos presos|cuántos reos|cuántos capos) (fueron|han sido) (trasladadas|trasladados|entregadas|entregados) [en total] (en los tres traslados|en todos los traslados|en los tres traslados en total)"
//+     - "(cuántas personas|cuántos presos|cuántos reos|cuántos capos) fueron (trasladadas|trasladados|entregadas|entregados) [en total] a {to_country} (en los tres traslados|en todos los traslados|en los tres traslados en total)"
//+     - "(cuántas personas|cuántos presos|cuántos reos|cuántos capos) (fueron|han sido) (trasladadas|trasladados|entregadas|entregados) en total a {to_country}"
//+     - "(cuántas personas|cuántos presos|cuántos reos|cuántos capos) (fueron|han sido) (trasladadas|trasladados|entregadas|entregados) [a {to_country}] [durante] {period}"
//+     - "(cuántas personas|cuántos presos|cuántos reos|cuántos capos) (trasladó|entregó|envió|ha trasladado|ha entregado|ha enviado) {from_country} a {to_country} [en total|hasta ahora|en los tres traslados]"
//+     - "a (cuántas personas|cuántos presos|cuántos reos|cuántos capos) (trasladó|entregó|envió|ha trasladado|ha entregado|ha enviado) {from_country} a {to_country} [en total|hasta ahora|en los tres traslados]"
//+     - "a (cuántas personas|cuántos presos|cuántos reos|cuántos capos) (trasladó|entregó|envió|ha trasladado|ha entregado|ha enviado) {from_country} a {to_country} [durante] {period}"
//+     - "(cuál es|cuál fue|dame) el (total|número total) de (personas trasladadas|trasladados|presos trasladados) [a {to_country}] [en los tres traslados]"
//+ examples: [{}, {period: "2025"}, {from_country: place/mexico, to_country: place/united-states}]
//+ parameters:
//+   from_country: {type: Country, default: null}
//+   to_country: {type: Country, default: null}
//+   period: {type: interval, default: null, about: "the transfer happened, or may have happened, in it"}
//+ columns: {people: integer, transfers: integer, included: "Transfer[]"}
//+ order: [-people]
MATCH (t:Transfer)<-[:SUBJECT]-(c:Claim)
WHERE c.predicate = 'people_count' AND c.value =~ '[0-9]{1,18}'
  AND c.drawn
WITH t, c
WHERE ($from_country IS NULL OR EXISTS { (t)-[:FROM_COUNTRY]->(:Entity {id: $from_country}) })
  AND ($to_country IS NULL OR EXISTS { (t)-[:TO_COUNTRY]->(:Entity {id: $to_country}) })
  AND ($period_from IS NULL OR t.date_to >= $period_from)
  AND ($period_to IS NULL OR t.date_from <= $period_to)
WITH t, collect(c.id) AS counted,
     max(CASE WHEN c.rank = 'preferred' THEN toInteger(c.value) END) AS preferred,
     max(toInteger(c.value)) AS highest
WITH collect({key: t.id, name: t.name, claims: counted}) AS parts, sum(coalesce(preferred, highest)) AS people,
     count(DISTINCT t) AS transfers
UNWIND parts AS part
RETURN people, transfers, [part.name] AS included, [part.key] AS included_id, part.claims AS claims
