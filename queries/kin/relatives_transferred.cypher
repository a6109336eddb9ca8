//+ title: {en: Relatives of a person who were transferred, es: Parientes de una persona que fueron trasladados}
//+ about:
//+   en: "Kin by blood and marriage, recorded or inferred, who were handed over to another state, with the transfer; extraditions are transfers too. RELATED_TO: a source says that they are related, none says how."
//+   es: "Parientes por consanguinidad y afinidad, registrados o inferidos, que fueron entregados a otro Estado, con el traslado; las extradiciones también lo son. RELATED_TO: una fuente dice que son parientes, ninguna dice de qué modo."
//+ answer: {en: "Transfers of relatives of {person}: {n}.", es: "Traslados de parientes de {person}: {n}."}
//+ ask:
//+   en:
//+     - "which (relatives|family members) of {person} (were|have been) [also] (transferred|handed over|sent) [to {country}]"
//+     - "which relatives of {person} were [also] (delivered|surrendered) [to {country}]"
//+     - "which of {person}'s (relatives|family members) (were|have been) [also] (transferred|handed over|sent) [to {country}]"
//+     - "which of the relatives of {person} (were|have been) [also] (transferred|handed over|sent) [to {country}]"
//+     - "who (in|from) {person}'s family (was|were) [also] (transferred|handed over|sent) [to {country}]"
//+     - "who (in|from) the family of {person} (was|were) [also] (transferred|handed over|sent) [to {country}]"
//+     - "(was|were) any (relatives|relative) of {person} [also] (transferred|handed over|sent) [to {country}]"
//+     - "(was|were) any of {person}'s relatives [also] (transferred|handed over|sent) [to {country}]"
//+     - "[the] relatives of {person} [who were|that were] transferred [to {country}]"
//+   es:
//+     - "qué (parientes|familiares) (de|del) {person} (fueron|también fueron|fueron también) (trasladados|entregados|enviados) [a {country}]"
//+     - "cuáles (parientes|familiares) (de|del) {person} fueron [también] (trasladados|entregados|enviados) [a {country}]"
//+     - "quiénes de la familia (de|del) {person} fueron [también] (trasladados|entregados|enviados) [a {country}]"
//+     - "quién de la familia (de|del) {person} fue [también] (trasladado|entregado|enviado) [a {country}]"
//+     - "a qué (parientes|familiares) (de|del) {person} (trasladaron|entregaron|enviaron) [a {country}]"
//+     - "[los] (parientes|familiares) (de|del) {person} (trasladados|entregados|enviados) [a {country}]"
//+ examples: [{person: person/nemesio-oseguera-cervantes}, {person: person/nemesio-oseguera-cervantes, country: place/united-states}]
//+ parameters:
//+   person: {type: Person, required: true}
//+   country: {type: Country, default: null, about: "only transfers to this country"}
//+ columns: {relative: Person, relation: text, transfer: Transfer, date: interval, statuses: "text[]"}
//+ order: [date, relative, relation]
MATCH (p:Entity {id: $person})<-[:RELATED_TO]-(x:Entity)
WHERE x.id <> $person
MATCH (x)-[r]->(p)
WHERE r.claims IS NOT NULL
WITH DISTINCT x, p, r, type(r) AS relation
WHERE r.degree IS NOT NULL
  OR (relation = 'RELATED_TO' AND NOT EXISTS { MATCH (x)-[k]->(p) WHERE k.degree IS NOT NULL })
WITH x, p, r, relation
WHERE relation <> 'PARENT_OF' OR NOT EXISTS { MATCH (x)-[:FATHER_OF|MOTHER_OF]->(p) }
MATCH (x)-[t:TRANSFERRED_IN]->(e:Entity)
WHERE t.claims IS NOT NULL
WITH x, p, r, relation, t, e
WHERE $country IS NULL OR EXISTS { MATCH (e)-[:TO_COUNTRY]->(c:Entity) WHERE c.id = $country }
MATCH (x)-[q]-(p)
WHERE q.claims IS NOT NULL
WITH x, r, relation, t, e, q
WHERE (q.degree = r.degree AND q.kinship = r.kinship) OR (r.degree IS NULL AND type(q) = 'RELATED_TO')
RETURN x.id AS relative_id, x.name AS relative, relation, e.id AS transfer_id, e.name AS transfer,
       e.date AS date, q.statuses AS statuses, q.claims + t.claims AS claims
