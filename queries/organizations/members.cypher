//+ title: {en: Members of an organisation, es: Miembros de una organización}
//+ about:
//+   en: "Who is said to belong to an organisation or to lead it; people of its factions only if a source names the organisation itself. The status says how firmly: alleged is not proven."
//+   es: "Quién se dice que pertenece a una organización o la dirige; la gente de sus facciones solo si una fuente nombra a la organización misma. El estado dice con qué firmeza: alegado no es probado."
//+ answer: {en: "Said to belong to {organization}: {n}.", es: "Se dice que pertenecen a {organization}: {n}."}
//+ ask:
//+   en:
//+     - "who (belongs|belonged) to {organization}"
//+     - "(who|which people) (belong|belonged) to {organization}"
//+     - "who (is|was) [a|an] [alleged] member of {organization}"
//+     - "who (are|were) [the] [alleged] members of {organization}"
//+     - "(which people|who) are [alleged] members of {organization}"
//+     - "who (is|was) in {organization}"
//+     - "(list|name|show me|give me) the [alleged] members of {organization}"
//+     - "(list|name|show me|give me) {organization}'s members"
//+     - "which (people|persons) (are|were) (in|part of) {organization}"
//+     - "which members does {organization} have"
//+     - "what members does {organization} have"
//+     - "[the] members of {organization}"
//+     - "{organization}'s members"
//+     - "{organization} members"
//+   es:
//+     - "quién pertenece (a|al) {organization}"
//+     - "quiénes (pertenecen|pertenecían|pertenecieron) (a|al) {organization}"
//+     - "quién (es|era|fue) [presunto] (miembro|integrante) (de|del) {organization}"
//+     - "quiénes (son|eran|fueron) [los] [presuntos] (miembros|integrantes) (de|del) {organization}"
//+     - "quiénes (integran|integraban|forman|conforman) {organization}"
//+     - "qué (miembros|integrantes) tiene {organization}"
//+     - "qué personas (pertenecen a|pertenecen al|son miembros de|son miembros del|integran) {organization}"
//+     - "(dime|enumera|muestra) los (miembros|integrantes) (de|del) {organization}"
//+     - "[los] (miembros|integrantes) (de|del) {organization}"
//+     - "quién (está|estaba) en {organization}"
//+ examples: [{organization: organization/los-zetas}, {organization: organization/cjng}]
//+ parameters:
//+   organization: {type: Organization, required: true}
//+ columns: {member: Actor, tie: text, status: text, valid: interval}
//+ order: [member, tie]
MATCH (o:Entity {id: $organization})<-[r:MEMBER_OF|LEADS]-(m:Entity)
RETURN m.id AS member_id, m.name AS member, type(r) AS tie, r.status AS status, r.valid AS valid, r.claims AS claims
