//+ title: {en: Whether a person belongs to an organisation, es: Si una persona pertenece a una organización}
//+ about:
//+   en: "Whether a person is said to belong to an organisation or a part of it, or to lead one of these, and which one the sources name. The status says how firmly: alleged is not proven."
//+   es: "Si se dice que una persona pertenece a una organización o a una parte de ella, o dirige una de estas, y cuál nombran las fuentes. El estado dice con qué firmeza: alegado no es probado."
//+ answer: {en: "{person} is said to belong to {organization} or a part of it: {n}.", es: "Se dice que {person} pertenece a {organization} o a una parte de ella: {n}."}
//+ ask:
//+   en:
//+     - "(is|was) {person} [a|an] [alleged] member of {organization}"
//+     - "(does|did) {person} belong to {organization}"
//+     - "(is|was) {person} (in|part of) {organization}"
//+     - "(is|was) {person} said to (be a member of|belong to) {organization}"
//+   es:
//+     - "(pertenece|pertenecía|perteneció) {person} (a|al) {organization}"
//+     - "(es|era|fue) {person} (miembro|integrante) (de|del) {organization}"
//+     - "{person} (pertenece|pertenecía|perteneció) (a|al) {organization}"
//+     - "{person} (es|era|fue) (miembro|integrante) (de|del) {organization}"
//+     - "(está|estaba) {person} en {organization}"
//+ examples: [{person: person/kevin-gil-acosta, organization: organization/sinaloa-cartel}, {person: person/abigael-gonzalez-valencia, organization: organization/los-cuinis}]
//+ parameters:
//+   person: {type: Person, required: true}
//+   organization: {type: Organization, required: true}
//+ columns: {person: Person, tie: text, organization: Organization, status: text, valid: interval}
//+ order: [organization, tie, valid]
MATCH (p:Entity {id: $person})-[r:MEMBER_OF|LEADS]->(o:Entity {id: $organization})
RETURN p.id AS person_id, p.name AS person, type(r) AS tie, o.id AS organization_id, o.name AS organization,
       r.status AS status, r.valid AS valid, r.claims AS claims
UNION ALL
MATCH (p:Entity {id: $person})-[r:MEMBER_OF|LEADS]->(f:Entity)-[s:PART_OF]->(o:Entity {id: $organization})
WHERE f.id <> $organization
RETURN p.id AS person_id, p.name AS person, type(r) AS tie, f.id AS organization_id, f.name AS organization,
       r.status AS status, r.valid AS valid, s.claims + r.claims AS claims
