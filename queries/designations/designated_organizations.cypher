//+ title: {en: "Designated organisations", es: "Organizaciones designadas"}
//+ about:
//+   en: "Organisations that were put on a list of terrorist or otherwise sanctioned organisations, with the lists, the day it took effect, the day of the decision, who designated and the legal basis."
//+   es: "Organizaciones puestas en una lista de organizaciones terroristas o sancionadas, con las listas, el día en que surtió efecto, el de la decisión, quién designó y la base legal."
//+ answer: {en: "Designated organisations: {n}.", es: "Organizaciones designadas: {n}."}
//+ ask:
//+   en:
//+     - "(which|what) (organizations|organisations|groups|cartels) (were|are|have been) designated [as terrorist|as terrorists|terrorist|as terrorist organizations|as terrorist organisations|terrorist organizations]"
//+     - "(which|what) (organizations|organisations|groups|cartels) were designated [as terrorist|as terrorists|terrorist|as terrorist organizations|as terrorist organisations] {period}"
//+     - "(which|what) (organizations|organisations|groups|cartels) are on the {kind} list"
//+     - "(which|what) (organizations|organisations|groups|cartels) (were|are) on the list {kind}"
//+     - "who was designated [as a terrorist|as terrorist] [on|in] {period}"
//+     - "[list|show] [all] [the] designated organizations"
//+     - "[list|show] [all] [the] (designations|terrorist designations)"
//+     - "[list|show] [all] [the] (designations|terrorist designations) (of|on|in) {period}"
//+     - "(which|what) (designations|terrorist designations) (are there|are known|were there|were made)"
//+     - "(which|what) (designations|terrorist designations) (were there|were made|took effect) {period}"
//+   es:
//+     - "qué (organizaciones|grupos|cárteles) (fueron|son|están|han sido) (designados|designadas) [terroristas|como terroristas|como organizaciones terroristas]"
//+     - "qué (organizaciones|grupos|cárteles) fueron (designados|designadas) [terroristas|como terroristas|como organizaciones terroristas] {period}"
//+     - "qué (organizaciones|grupos|cárteles) están en la lista {kind}"
//+     - "[lista de] [las] organizaciones designadas"
//+     - "[lista de] [las] designaciones [terroristas]"
//+     - "qué designaciones (hay|hubo|se hicieron|se conocen)"
//+     - "qué designaciones (hubo|se hicieron) {period}"
//+     - "cuáles son (los cárteles|las organizaciones|los grupos) (designados|designadas) [como terroristas]"
//+ examples: [{kind: "SDGT"}, {period: "2025-02-20"}, {period: "2024"}, {}]
//+ parameters:
//+   kind: {type: text, default: null, about: "the list, such as FTO or SDGT"}
//+   period: {type: interval, default: null, about: "it took effect, or may have taken effect, in it"}
//+ columns: {organization: Organization, date: text, kind: "text[]", by: "Actor[]", legal_basis: "LegalInstrument[]", decided: "text[]", event: Designation, status: text}
//+ order: [date, organization]
MATCH (e:Designation)-[r:CONCERNS]->(g:Organization)
WITH e, r, g
WHERE ($period_from IS NULL OR e.date_to >= $period_from)
  AND ($period_to IS NULL OR e.date_from <= $period_to)
  AND ($kind IS NULL OR EXISTS { MATCH (e)<-[:SUBJECT]-(k:Claim)
   WHERE k.predicate = 'designated_as' AND toLower(k.value) = toLower($kind)
     AND k.drawn })
MATCH (e)<-[:SUBJECT]-(c:Claim)
WITH e, r, g, c
WHERE c.id IN r.claims
   OR (c.predicate IN ['date_claimed', 'determined_on', 'designated_as', 'CONDUCTED_BY', 'LEGAL_BASIS']
     AND c.drawn)
OPTIONAL MATCH (c)-[:OBJECT]->(o:Entity)
RETURN g.id AS organization_id, g.name AS organization, e.date AS date,
       CASE WHEN c.predicate = 'designated_as' THEN [c.value] ELSE [] END AS kind,
       CASE WHEN c.predicate = 'CONDUCTED_BY' THEN [o.name] ELSE [] END AS by,
       CASE WHEN c.predicate = 'CONDUCTED_BY' THEN [o.id] ELSE [] END AS by_id,
       CASE WHEN c.predicate = 'LEGAL_BASIS' THEN [o.name] ELSE [] END AS legal_basis,
       CASE WHEN c.predicate = 'LEGAL_BASIS' THEN [o.id] ELSE [] END AS legal_basis_id,
       CASE WHEN c.predicate = 'determined_on' THEN [c.value] ELSE [] END AS decided,
       e.id AS event_id, e.name AS event, r.status AS status, [c.id] AS claims
