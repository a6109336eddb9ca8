//+ title: {en: People of an organisation who were handed over, es: Personas de una organización que fueron entregadas}
//+ about:
//+   en: "People said to belong to, lead or have founded an organisation, or a part of it, who were handed over to another country. The status says how firmly: alleged is not proven."
//+   es: "Personas de las que se dice que pertenecen a una organización o a una parte de ella, la dirigen o la fundaron, y que fueron entregadas a otro país. El estado dice con qué firmeza: alegado no es probado."
//+ answer: {en: "People linked with {organization} and handed over: {n} rows.", es: "Personas vinculadas con {organization} y entregadas: {n} filas."}
//+ ask:
//+   en:
//+     - "who from {organization} was transferred"
//+     - "(which|what) people transferred (on|in|during) {transfer} (belong to|belonged to|are from|were from|are members of|were members of) {organization}"
//+     - "(which|what) of those transferred (on|in|during) {transfer} (belong to|belonged to|are from|were from|are members of|were members of) {organization}"
//+     - "(who|which people|which members) (of|from|in) {organization} (was|were) (transferred|extradited|handed over|sent) (on|in|during) {transfer}"
//+     - "which {organization} (members|people|leaders) (was|were) (transferred|extradited|handed over|sent) (on|in|during) {transfer}"
//+     - "(who|which people|which members|which leaders) (of|from|in) {organization} (was|were|have been) (transferred|extradited|handed over|sent)"
//+     - "(who|which people|which members|which leaders) (of|from|in) {organization} (was|were|have been) (transferred|extradited|sent) to (the united states|the us)"
//+     - "which {organization} (members|people|leaders) (was|were|have been) (transferred|extradited|handed over|sent) [to the united states|to the us]"
//+     - "(members|people|leaders) of {organization} (transferred|extradited|handed over|sent) [to the united states|to the us]"
//+     - "(members|people|leaders) of {organization} (transferred|extradited|handed over|sent) (on|in) {transfer}"
//+     - "(who|which people) (transferred|extradited|handed over) (belong to|belonged to|are from|are members of) {organization}"
//+     - "(who|which of those transferred) (on|in) {transfer} (belongs to|belong to|is from|was from|was a member of) {organization}"
//+     - "(which|what) transferred (people|prisoners) (belong to|belonged to|are from|are members of) {organization}"
//+   es:
//+     - "quiénes de {organization} fueron trasladados"
//+     - "(qué|cuáles) (personas trasladadas|trasladados|presos trasladados) (el|en) {transfer} (pertenecen a|pertenecían a|son de|eran de|son miembros de|son del|pertenecen al) {organization}"
//+     - "(quiénes|quién) (de|del) {organization} (fueron|fue) (trasladados|trasladado|entregados|entregado|enviados|extraditados) (el|en) {transfer}"
//+     - "qué (miembros|integrantes|líderes|personas) (de|del) {organization} fueron (trasladados|trasladadas|entregados|enviados|extraditados) (el|en) {transfer}"
//+     - "(quiénes|quién) (de|del) {organization} (fueron|fue|han sido) (trasladados|trasladado|entregados|entregado|enviados|extraditados) [a estados unidos]"
//+     - "qué (miembros|integrantes|líderes|personas) (de|del) {organization} (fueron|han sido) (trasladados|trasladadas|entregados|enviados|extraditados) [a estados unidos]"
//+     - "(miembros|integrantes|líderes|personas) (de|del) {organization} (trasladados|trasladadas|entregados|entregadas) [a estados unidos]"
//+     - "a quiénes (de|del) {organization} (trasladaron|entregaron|enviaron|extraditaron) [a estados unidos]"
//+     - "(qué|cuáles) (trasladados|personas trasladadas) (pertenecen a|pertenecían a|son de|eran de|son del|pertenecen al) {organization}"
//+ examples: [{organization: organization/los-zetas}, {organization: organization/beltran-leyva-organization, transfer: transfer/2025-02-27}, {organization: organization/sinaloa-cartel, transfer: transfer/2025-08-12}]
//+ parameters:
//+   organization: {type: Organization, required: true}
//+   transfer: {type: Transfer, default: null}
//+ columns: {person: Person, relation: text, organization: Organization, status: text, transfer: Transfer, date: text}
//+ order: [date, transfer, person, relation]
MATCH (g:Entity {id: $organization})<-[m:MEMBER_OF|LEADS|FOUNDED]-(p:Entity)-[r:TRANSFERRED_IN]->(t:Entity)
WHERE $transfer IS NULL OR t.id = $transfer
RETURN p.id AS person_id, p.name AS person, type(m) AS relation, g.id AS organization_id, g.name AS organization,
       m.status AS status, t.id AS transfer_id, t.name AS transfer, t.date AS date, m.claims + r.claims AS claims
UNION ALL
MATCH (:Entity {id: $organization})<-[h:PART_OF]-(g:Entity)<-[m:MEMBER_OF|LEADS|FOUNDED]-(p:Entity)-[r:TRANSFERRED_IN]->(t:Entity)
WHERE $transfer IS NULL OR t.id = $transfer
RETURN p.id AS person_id, p.name AS person, type(m) AS relation, g.id AS organization_id, g.name AS organization,
       m.status AS status, t.id AS transfer_id, t.name AS transfer, t.date AS date,
       h.claims + m.claims + r.claims AS claims
