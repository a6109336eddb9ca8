//+ title: {en: Ties of a person with an organisation, es: Vínculos de una persona con una organización}
//+ about:
//+   en: "How a person is said to be tied to an organisation: as member, leader, founder, employee or otherwise. The status says how firmly: alleged is not proven."
//+   es: "De qué modo se dice que una persona está vinculada con una organización: como miembro, líder, fundador, empleado u otro. El estado dice con qué firmeza: alegado no es probado."
//+ answer: {en: "Ties of {person} with {organization}: {n}.", es: "Vínculos de {person} con {organization}: {n}."}
//+ ask:
//+   en:
//+     - "how (is|was) {person} related to {organization}"
//+     - "(is|was) {person} related to {organization}"
//+     - "(what|which) (ties|links) (does|did) {person} have (to|with) {organization}"
//+     - "what (is|was) the (role|position) of {person} in {organization}"
//+     - "what (is|was) {person}'s (role|position) in {organization}"
//+     - "what (is|was) {person}'s (tie|link) (to|with) {organization}"
//+     - "what (role|position) (does|did) {person} (have|play|hold) in {organization}"
//+   es:
//+     - "qué (papel|rol|función|posición) (tiene|tenía|tuvo|desempeña|juega) {person} en {organization}"
//+     - "cuál (es|era|fue) el (papel|rol|vínculo|nexo) (de|del) {person} (en|con) {organization}"
//+     - "qué (vínculos|nexos|lazos) (tiene|tenía) {person} con {organization}"
//+ examples: [{person: person/rafael-caro-quintero, organization: organization/guadalajara-cartel}, {person: person/abigael-gonzalez-valencia, organization: organization/cjng}]
//+ parameters:
//+   person: {type: Person, required: true}
//+   organization: {type: Organization, required: true}
//+ columns: {person: Person, tie: text, organization: Organization, status: text, valid: interval}
//+ order: [tie, valid]
MATCH (p:Entity {id: $person})-[r:MEMBER_OF|LEADS|FOUNDED|AFFILIATED_WITH|EMPLOYED_BY|ALLEGEDLY_TIED_TO]->(o:Entity {id: $organization})
RETURN p.id AS person_id, p.name AS person, type(r) AS tie, o.id AS organization_id, o.name AS organization,
       r.status AS status, r.valid AS valid, r.claims AS claims
