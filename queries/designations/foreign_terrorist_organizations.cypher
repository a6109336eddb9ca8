//+ title: {en: "Foreign Terrorist Organizations", es: "Organizaciones terroristas extranjeras"}
//+ about:
//+   en: "Organisations that the United States put on its list of Foreign Terrorist Organizations (FTO), with the day it took effect, all the lists named beside it, who designated and the legal basis."
//+   es: "Organizaciones que Estados Unidos puso en su lista de organizaciones terroristas extranjeras (FTO), con el día en que surtió efecto, las listas nombradas al lado, quién designó y la base legal."
//+ answer: {en: "Organisations designated as Foreign Terrorist Organizations: {n}.", es: "Organizaciones designadas como organizaciones terroristas extranjeras: {n}."}
//+ ask:
//+   en:
//+     - "(which|what) (organizations|organisations|groups|cartels) (were|are|have been) (designated|designated as|listed as|classified as) (foreign terrorist organizations|foreign terrorist organisations|ftos|fto)"
//+     - "(which|what) (organizations|organisations|groups|cartels) (were|are|have been) (designated|designated as|listed as) (foreign terrorist organizations|foreign terrorist organisations|ftos) by the united states"
//+     - "(which|what) (organizations|organisations|groups|cartels) (are|count as) (foreign terrorist organizations|foreign terrorist organisations|ftos)"
//+     - "(which|what) (organizations|organisations|groups|cartels) are on the (fto list|list of foreign terrorist organizations|list of foreign terrorist organisations|foreign terrorist organization list)"
//+     - "(what|which) are the (foreign terrorist organizations|foreign terrorist organisations|ftos)"
//+     - "[list|show] [all] [the] (foreign terrorist organizations|foreign terrorist organisations|ftos)"
//+     - "who is on the (fto list|list of foreign terrorist organizations)"
//+     - "the fto list"
//+   es:
//+     - "qué (organizaciones|grupos|cárteles) (fueron|son|están|han sido) (designados|designadas|considerados|consideradas) [como] (organizaciones terroristas extranjeras|fto|ftos)"
//+     - "qué (organizaciones|grupos|cárteles) están en la (lista fto|lista de fto|lista de organizaciones terroristas extranjeras)"
//+     - "qué (organizaciones|grupos|cárteles) son (organizaciones terroristas extranjeras|fto)"
//+     - "(quién|quiénes) (está|están) en la (lista fto|lista de organizaciones terroristas extranjeras)"
//+     - "cuáles son las (organizaciones terroristas extranjeras|fto)"
//+     - "[lista de] [las] organizaciones terroristas extranjeras"
//+ examples: [{}]
//+ columns: {organization: Organization, date: text, kind: "text[]", by: "Actor[]", legal_basis: "LegalInstrument[]", decided: "text[]", event: Designation, status: text}
//+ order: [date, organization]
MATCH (e:Designation)-[r:CONCERNS]->(g:Organization)
WITH e, r, g
WHERE EXISTS { MATCH (e)<-[:SUBJECT]-(k:Claim)
   WHERE k.predicate = 'designated_as' AND toLower(k.value) = 'fto'
     AND k.drawn }
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
