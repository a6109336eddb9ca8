//+ title: {en: Leaders of all criminal organisations, es: Líderes de todas las organizaciones criminales}
//+ about:
//+   en: "Who is said to lead, or to have led, some criminal organisation. The status says how firmly: alleged is not proven."
//+   es: "Quién se dice que dirige, o dirigió, alguna organización criminal. El estado dice con qué firmeza: alegado no es probado."
//+ answer: {en: "Said to lead a criminal organisation: {n}.", es: "Se dice que dirigen una organización criminal: {n}."}
//+ ask:
//+   en:
//+     - "who (are|were) [the] [alleged] (leaders|bosses|heads) of the (cartels|criminal organisations|criminal organizations)"
//+     - "who (are|were) [the] [alleged] (cartel leaders|cartel bosses|leaders of cartels)"
//+     - "(list|name|show me|give me) [all] the (cartel leaders|leaders of the cartels|leaders of criminal organisations|leaders of criminal organizations)"
//+     - "(list|name) all [alleged] (cartel leaders|leaders)"
//+     - "(which|what) people (lead|led) a (cartel|criminal organisation|criminal organization)"
//+     - "who (leads|led) a (cartel|criminal organisation|criminal organization)"
//+     - "who (leads|led) (each cartel|which cartel|the cartels|each organisation|each organization)"
//+     - "(which|what) (cartel leaders|leaders) are there"
//+     - "[all] cartel leaders"
//+   es:
//+     - "quiénes (son|eran|fueron) los [presuntos] (líderes|jefes) de (los cárteles|las organizaciones criminales)"
//+     - "quién (lidera|dirige|encabeza) (cada cártel|los cárteles|cada organización)"
//+     - "quiénes (lideran|dirigen|encabezan) (los cárteles|las organizaciones criminales)"
//+     - "(dime|enumera|muestra) [todos] los líderes de (los cárteles|las organizaciones criminales)"
//+     - "(dime|enumera|muestra) [todos] los (líderes|líderes criminales)"
//+     - "qué (líderes de cárteles|líderes|jefes de cárteles) hay"
//+     - "[los] líderes de los cárteles"
//+ examples: [{}]
//+ columns: {leader: Person, organization: CriminalOrganization, status: text, valid: interval}
//+ order: [organization, leader, valid]
MATCH (x:Entity)-[r:LEADS]->(o:Entity)
WHERE o:CriminalOrganization
RETURN x.id AS leader_id, x.name AS leader, o.id AS organization_id, o.name AS organization,
       r.status AS status, r.valid AS valid, r.claims AS claims
