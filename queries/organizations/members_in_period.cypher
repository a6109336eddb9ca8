//+ title: {en: Members of an organisation at a time, es: Miembros de una organización en un tiempo}
//+ about:
//+   en: "Who is said to have belonged to an organisation, or to have led it, within a time that a source gives and that meets this day or period; members without any date are not shown. The status says how firmly: alleged is not proven."
//+   es: "Quién se dice que perteneció a una organización, o la dirigió, en un tiempo que da una fuente y que coincide con este día o periodo; no se muestran los miembros sin fecha. El estado dice con qué firmeza: alegado no es probado."
//+ answer: {en: "Said to belong to {organization} in {period}: {n}.", es: "Se dice que pertenecían a {organization} en {period}: {n}."}
//+ ask:
//+   en:
//+     - "who (belonged|belongs) to {organization} [in|on|during] {period}"
//+     - "who (was|were) [a] (member|members) of {organization} [in|on|during] {period}"
//+     - "who were the members of {organization} [in|on|during] {period}"
//+     - "who was in {organization} [in|on|during] {period}"
//+     - "which people belonged to {organization} [in|on|during] {period}"
//+     - "[the] members of {organization} [in|on|during] {period}"
//+   es:
//+     - "quién pertenecía (a|al) {organization} [en|el|durante] {period}"
//+     - "quiénes (pertenecían|pertenecieron) (a|al) {organization} [en|el|durante] {period}"
//+     - "quién (era|fue) (miembro|integrante) (de|del) {organization} [en|el|durante] {period}"
//+     - "quiénes (eran|fueron) [los] (miembros|integrantes) (de|del) {organization} [en|el|durante] {period}"
//+     - "[los] (miembros|integrantes) (de|del) {organization} [en|el|durante] {period}"
//+ examples: [{organization: organization/republican-party, period: "2018"}, {organization: organization/democratic-party, period: "1962-10-22"}]
//+ parameters:
//+   organization: {type: Organization, required: true}
//+   period: {type: interval, required: true}
//+ columns: {member: Actor, tie: text, valid: interval, status: text}
//+ order: [member, valid]
MATCH (o:Entity {id: $organization})<-[r:MEMBER_OF|LEADS]-(m:Entity)
WITH m, r
WHERE r.valid IS NOT NULL
  AND ($period_to IS NULL OR r.valid_from IS NULL OR r.valid_from <= $period_to)
  AND ($period_from IS NULL OR r.valid_to IS NULL OR r.valid_to >= $period_from)
RETURN m.id AS member_id, m.name AS member, type(r) AS tie, r.valid AS valid, r.status AS status, r.claims AS claims
