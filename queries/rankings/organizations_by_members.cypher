//+ title: {en: "Criminal organisations by number of members", es: "Organizaciones criminales por número de miembros"}
//+ about:
//+   en: "How many people of the graph sources call members of each criminal organisation, whatever the status of the claim; the statuses stand beside the number. It says nothing about the real size of an organisation."
//+   es: "A cuántas personas del grafo llaman las fuentes miembros de cada organización criminal, sea cual sea el estado de la afirmación; los estados están junto al número. No dice nada del tamaño real de una organización."
//+ examples: [{}]
//+ columns: {organization: CriminalOrganization, members: integer, statuses: "text[]"}
//+ order: [-members, organization]
MATCH (p:Person)-[r:MEMBER_OF]->(o:CriminalOrganization)
WHERE r.claims IS NOT NULL
WITH o, count(DISTINCT p) AS members, collect(r.claims) AS evidence, collect(r.statuses) AS stands
RETURN o.id AS organization_id, o.name AS organization, members,
       reduce(found = [], c IN stands | found + c) AS statuses,
       reduce(found = [], c IN evidence | found + c) AS claims
