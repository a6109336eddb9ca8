//+ title: {en: Members of an organisation and its factions, es: Miembros de una organización y sus facciones}
//+ about:
//+   en: "Who is said to belong to an organisation, or to a part of it however deep, or to lead one of these. The status says how firmly: alleged is not proven."
//+   es: "Quién se dice que pertenece a una organización o a una parte de ella, por honda que sea, o dirige una de estas. El estado dice con qué firmeza: alegado no es probado."
//+ answer: {en: "Said to belong to {organization} or its factions: {n}.", es: "Se dice que pertenecen a {organization} o a sus facciones: {n}."}
//+ ask:
//+   en:
//+     - "who (belongs|belonged|belong) to {organization} (or|and) (its factions|its parts|one of its factions|any of its factions)"
//+     - "who (belongs|belong) to {organization} including [its] factions"
//+     - "who (belongs|belong) to {organization} or a faction of it"
//+     - "who (are|were) [the] [alleged] members of {organization} (and|or|including|with) its (factions|parts)"
//+     - "(list|name|show me|give me) [all] the members of {organization} (and|including|with) its factions"
//+     - "[all] members of {organization} (and|including|with) its factions"
//+     - "members of the factions of {organization}"
//+     - "who (belongs to|belong to|are members of|is a member of) (the factions|a faction|any faction) of {organization}"
//+   es:
//+     - "quién pertenece (a|al) {organization} o a (sus facciones|una de sus facciones|alguna de sus facciones)"
//+     - "quiénes pertenecen (a|al) {organization} (o|y) a sus facciones"
//+     - "quiénes pertenecen (a|al) {organization} (incluidas|incluyendo|contando) sus facciones"
//+     - "quiénes son [los] (miembros|integrantes) (de|del) {organization} y [de] sus facciones"
//+     - "quiénes son [los] (miembros|integrantes) (de|del) {organization} (incluidas|incluyendo|con) sus facciones"
//+     - "[los] (miembros|integrantes) (de|del) {organization} y [de] sus facciones"
//+     - "quiénes pertenecen a (las|alguna de las) facciones (de|del) {organization}"
//+     - "quiénes son [los] (miembros|integrantes) de las facciones (de|del) {organization}"
//+ examples: [{organization: organization/sinaloa-cartel}, {organization: organization/los-zetas}]
//+ parameters:
//+   organization: {type: Organization, required: true}
//+ columns: {member: Actor, tie: text, organization: Organization, status: text, valid: interval}
//+ order: [member, organization, tie]
MATCH (o:Entity {id: $organization})<-[r:MEMBER_OF|LEADS]-(m:Entity)
RETURN m.id AS member_id, m.name AS member, type(r) AS tie, o.id AS organization_id, o.name AS organization,
       r.status AS status, r.valid AS valid, r.claims AS claims
UNION ALL
MATCH (o:Entity {id: $organization})<-[p:PART_OF]-(f:Entity)<-[r:MEMBER_OF|LEADS]-(m:Entity)
WHERE f.id <> $organization
RETURN m.id AS member_id, m.name AS member, type(r) AS tie, f.id AS organization_id, f.name AS organization,
       r.status AS status, r.valid AS valid, p.claims + r.claims AS claims
