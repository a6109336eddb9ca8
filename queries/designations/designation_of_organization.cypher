//+ title: {en: "Designation of an organisation", es: "Designación de una organización"}
//+ about:
//+   en: "When and on which lists an organisation was put as terrorist or otherwise sanctioned, who did it and on what legal basis."
//+   es: "Cuándo y en qué listas se puso a una organización como terrorista o sancionada, quién lo hizo y con qué base legal."
//+ answer: {en: "Designations of {organization}: {n}.", es: "Designaciones de {organization}: {n}."}
//+ ask:
//+   en:
//+     - "when was {organization} (designated|listed) [as an fto|an fto|as fto|as a foreign terrorist organization|as a foreign terrorist organisation|a foreign terrorist organization|as terrorist|as a terrorist organization|a terrorist organization|a terrorist organisation]"
//+     - "(is|was|has) {organization} [been] designated [as an fto|an fto|as fto|as a foreign terrorist organization|as a foreign terrorist organisation|a foreign terrorist organization|as terrorist|as a terrorist organization|a terrorist organization|a terrorist organisation]"
//+     - "is {organization} (an fto|a foreign terrorist organization|a designated terrorist organization|a designated organization)"
//+     - "who designated {organization} [as an fto|an fto|as fto|as a foreign terrorist organization|as a foreign terrorist organisation|a foreign terrorist organization|as terrorist|as a terrorist organization|a terrorist organization|a terrorist organisation]"
//+     - "(on what basis|under which law|under which order|on what legal basis) was {organization} designated [as an fto|an fto|as fto|as a foreign terrorist organization|as a foreign terrorist organisation|a foreign terrorist organization|as terrorist|as a terrorist organization|a terrorist organization|a terrorist organisation]"
//+     - "as what was {organization} designated"
//+     - "what was {organization} designated as"
//+     - "on which lists is {organization}"
//+     - "(designation|designations) of {organization} [as an fto|an fto|as fto|as a foreign terrorist organization|as a foreign terrorist organisation|a foreign terrorist organization|as terrorist|as a terrorist organization|a terrorist organization|a terrorist organisation]"
//+     - "{organization}'s designation"
//+     - "when did the designation of {organization} take effect"
//+   es:
//+     - "cuándo fue (designado|designada) {organization} [como fto|fto|como organización terrorista|como organización terrorista extranjera|organización terrorista|como terrorista|terrorista]"
//+     - "cuándo fue (designado|designada) [como fto|fto|como organización terrorista|como organización terrorista extranjera|organización terrorista|como terrorista|terrorista] {organization}"
//+     - "cuándo se designó (a|al) {organization} [como fto|como organización terrorista|como organización terrorista extranjera|como terrorista]"
//+     - "(está|fue|ha sido) (designado|designada) {organization} [como fto|como organización terrorista|como organización terrorista extranjera|como terrorista]"
//+     - "es {organization} una organización terrorista designada"
//+     - "quién designó (a|al) {organization} [como fto|como organización terrorista|como terrorista]"
//+     - "con qué base legal (fue designado|fue designada|se designó a|se designó al) {organization}"
//+     - "(designación|designaciones) (de|del) {organization}"
//+     - "en qué listas está {organization}"
//+ examples: [{organization: organization/cartel-del-noreste}, {organization: organization/los-zetas}]
//+ parameters:
//+   organization: {type: Organization, required: true}
//+ columns: {organization: Organization, date: text, kind: "text[]", by: "Actor[]", legal_basis: "LegalInstrument[]", decided: "text[]", event: Designation, status: text}
//+ order: [date, organization]
MATCH (e:Designation)-[r:CONCERNS]->(g:Organization)
WITH e, r, g
WHERE g.id = $organization
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
