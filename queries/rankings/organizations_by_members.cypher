//+ title: {en: "Criminal organisations by number of members", es: "Organizaciones criminales por número de miembros"}
//+ about:
//+   en: "How many people of the graph sources call members of each criminal organisation, whatever the status of the claim; the statuses stand beside the number. It says nothing about the real size of an organisation."
//+   es: "A cuántas personas del grafo llaman las fuentes miembros de cada organización criminal, sea cual sea el estado de la afirmación; los estados están junto al número. No dice nada del tamaño real de una organización."
//+ answer: {en: "Criminal organisations with members in the graph: {n}.", es: "Organizaciones criminales con miembros en el grafo: {n}."}
//+ ask:
//+   en:
//+     - "(which|what) (cartel|organization|organisation|criminal organization|criminal organisation|group) has [the] most (members|people) [in the graph]"
//+     - "(which|what) (cartels|organizations|organisations|criminal organizations|criminal organisations|groups) have [the] most (members|people) [in the graph]"
//+     - "(rank|list|show) [the] (cartels|organizations|organisations|criminal organizations) by [number of] (members|people)"
//+     - "how many (members|people) (does each cartel have|do the cartels have|does each organization have|does each organisation have)"
//+     - "(cartels|organizations|organisations) by number of members"
//+     - "[what is] the (largest|biggest) (cartel|organization|organisation) (in|of) the graph"
//+   es:
//+     - "qué (cártel|organización|organización criminal|grupo) tiene [el mayor número de|más|el mayor número|mayor número de] (miembros|integrantes|personas) [en el grafo]"
//+     - "qué (cárteles|organizaciones|grupos) tienen más (miembros|integrantes|personas) [en el grafo]"
//+     - "[lista|ordena|muestra] [los|las] (cárteles|organizaciones|organizaciones criminales) por [número de] (miembros|integrantes)"
//+     - "cuántos (miembros|integrantes) (tiene cada cártel|tienen los cárteles|tiene cada organización)"
//+ examples: [{}]
//+ columns: {organization: CriminalOrganization, members: integer, statuses: "text[]"}
//+ order: [-members, organization]
MATCH (p:Person)-[r:MEMBER_OF]->(o:CriminalOrganization)
WHERE r.claims IS NOT NULL
WITH o, count(DISTINCT p) AS members, collect(r.claims) AS evidence, collect(r.statuses) AS stands
RETURN o.id AS organization_id, o.name AS organization, members,
       reduce(found = [], c IN stands | found + c) AS statuses,
       reduce(found = [], c IN evidence | found + c) AS claims
