//+ title: {en: "How many organisations were designated", es: "Cuántas organizaciones fueron designadas"}
//+ about:
//+   en: "The number of organisations that were put on a list of terrorist or otherwise sanctioned organisations, on a day, in a period or at all, and which they are."
//+   es: "El número de organizaciones puestas en una lista de organizaciones terroristas o sancionadas, en un día, en un periodo o en total, y cuáles son."
//+ answer: {en: "Number of organisations designated, and which:", es: "Número de organizaciones designadas, y cuáles:"}
//+ ask:
//+   en:
//+     - "how many (organizations|organisations|groups|cartels) (were|have been|are) designated [as terrorist|as terrorists|terrorist|as terrorist organizations|terrorist organizations]"
//+     - "how many (organizations|organisations|groups|cartels) were designated [as terrorist|as terrorists|terrorist|as terrorist organizations|terrorist organizations] {period}"
//+     - "how many (designations|terrorist designations) (were there|were made|took effect|are there)"
//+     - "how many (designations|terrorist designations) (were there|were made|took effect) {period}"
//+     - "number of (designations|designated organizations|designated organisations) [on|in] {period}"
//+     - "how many (organizations|organisations|groups|cartels) did the united states designate [as terrorist|as terrorists] {period}"
//+   es:
//+     - "(cuántas|cuántos) (organizaciones|grupos|cárteles) (fueron|han sido|están) (designadas|designados) [terroristas|como terroristas|como organizaciones terroristas]"
//+     - "(cuántas|cuántos) (organizaciones|grupos|cárteles) fueron (designadas|designados) [terroristas|como terroristas|como organizaciones terroristas] {period}"
//+     - "(cuántas|cuántos) (organizaciones|grupos|cárteles) se designaron [como terroristas|como organizaciones terroristas] {period}"
//+     - "cuántas designaciones [de organizaciones terroristas] (hubo|se hicieron) {period}"
//+     - "cuántas designaciones (hay|hubo|se hicieron)"
//+     - "número de organizaciones designadas [terroristas|como terroristas] {period}"
//+ examples: [{period: "2025-02-20"}, {period: "2024"}, {}]
//+ parameters:
//+   period: {type: interval, default: null, about: "it took effect, or may have taken effect, in it"}
//+ columns: {count: integer, organizations: "Organization[]"}
//+ order: [count]
MATCH (e:Designation)-[r:CONCERNS]->(g:Organization)
WITH e, r, g
WHERE ($period_from IS NULL OR e.date_to >= $period_from)
  AND ($period_to IS NULL OR e.date_from <= $period_to)
MATCH (e)<-[:SUBJECT]-(c:Claim)
WITH r, g, c
WHERE c.id IN r.claims OR (c.predicate = 'date_claimed'
  AND c.drawn)
WITH count(DISTINCT g.id) AS organizations, collect(DISTINCT g.name) AS names,
     collect(DISTINCT g.id) AS ids, collect(DISTINCT c.id) AS found
WHERE organizations > 0
RETURN organizations AS count, names AS organizations, ids AS organizations_id, found AS claims
