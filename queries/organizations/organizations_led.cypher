//+ title: {en: Criminal organisations that a person leads, es: Organizaciones criminales que dirige una persona}
//+ about:
//+   en: "Criminal organisations that a person is said to lead, or to have led. The status says how firmly: alleged is not proven."
//+   es: "Organizaciones criminales que se dice que una persona dirige, o dirigió. El estado dice con qué firmeza: alegado no es probado."
//+ answer: {en: "Organisations that {person} is said to lead: {n}.", es: "Organizaciones que se dice que {person} dirige: {n}."}
//+ ask:
//+   en:
//+     - "(which|what) (organisation|organization|cartel) (does|did) {person} (lead|head|run)"
//+     - "(which|what) (organisations|organizations|cartels) (does|did) {person} (lead|head|run)"
//+     - "(which|what) (organisation|organization|cartel) (is|was) {person} [the|a] (leader|head|boss) of"
//+     - "of (which|what) (organisation|organization|cartel) (is|was) {person} [the|a] (leader|head|boss)"
//+     - "what (does|did) {person} lead"
//+     - "(organisations|organizations|cartels) led by {person}"
//+   es:
//+     - "(qué|cuál) (organización|cártel) (lidera|lideró|dirige|dirigió|dirigía|encabeza|encabezó|encabezaba) {person}"
//+     - "de (qué|cuál) (organización|cártel) (es|era|fue) [el] (líder|jefe) {person}"
//+     - "(qué|cuáles) (organizaciones|cárteles) (lidera|lideró|dirige|dirigió|encabeza) {person}"
//+     - "(organizaciones|cárteles) que (lidera|dirige|encabeza) {person}"
//+ examples: [{person: person/nemesio-oseguera-cervantes}, {person: person/rafael-caro-quintero}]
//+ parameters:
//+   person: {type: Person, required: true}
//+ columns: {organization: CriminalOrganization, status: text, valid: interval}
//+ order: [organization, valid]
MATCH (p:Entity {id: $person})-[r:LEADS]->(o:Entity)
WHERE o:CriminalOrganization
RETURN o.id AS organization_id, o.name AS organization, r.status AS status, r.valid AS valid, r.claims AS claims
