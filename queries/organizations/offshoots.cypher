//+ title: {en: Successors and splits of an organisation, es: Sucesoras y escisiones de una organización}
//+ about:
//+   en: "Organisations that split from this one or continue it. The status says how firmly: alleged is not proven."
//+   es: "Organizaciones que se escindieron de esta o la continúan. El estado dice con qué firmeza: alegado no es probado."
//+ answer: {en: "Successors and splits of {organization}: {n}.", es: "Sucesoras y escisiones de {organization}: {n}."}
//+ ask:
//+   en:
//+     - "(which|what) (organisations|organizations|groups|cartels|factions) (split from|broke away from|emerged from|split off from|came from|succeeded|replaced|came out of) {organization}"
//+     - "(which|what) (organisation|organization|cartel|group) (split from|broke away from|emerged from|succeeded|replaced|came out of|is the successor of) {organization}"
//+     - "(who|what) (succeeded|replaced|split from|broke away from|came after|emerged from) {organization}"
//+     - "(what|who) (is|are|was|were) the (successor|successors|offshoot|offshoots|splits|splinter groups) of {organization}"
//+     - "what became of {organization}"
//+     - "what did {organization} (become|turn into)"
//+     - "[the] (successor|successors|offshoots|splits|splinter groups) of {organization}"
//+     - "{organization}'s (successor|successors|offshoots)"
//+   es:
//+     - "qué (organizaciones|cárteles|grupos|facciones) (se escindieron|se separaron|surgieron|salieron) (de|del) {organization}"
//+     - "qué (organización|cártel|grupo) (se escindió|se separó|surgió) (de|del) {organization}"
//+     - "qué (organización|cártel|grupo) (sucedió|reemplazó|es sucesor|es sucesora) (a|al|de|del) {organization}"
//+     - "(quién|qué) (sucedió|reemplazó) (a|al) {organization}"
//+     - "(cuál es|cuáles son) (la sucesora|las sucesoras|el sucesor|los sucesores|las escisiones) (de|del) {organization}"
//+     - "en qué se convirtió {organization}"
//+     - "[las] escisiones (de|del) {organization}"
//+ examples: [{organization: organization/los-zetas}, {organization: organization/gulf-cartel}]
//+ parameters:
//+   organization: {type: CriminalOrganization, required: true}
//+ columns: {organization: Organization, tie: text, status: text, valid: interval}
//+ order: [organization, tie, valid]
MATCH (o:Entity {id: $organization})<-[r:SPLIT_FROM|SUCCESSOR_OF]-(x:Entity)
RETURN x.id AS organization_id, x.name AS organization, type(r) AS tie, r.status AS status, r.valid AS valid, r.claims AS claims
