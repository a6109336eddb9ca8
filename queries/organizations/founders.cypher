//+ title: {en: Founders of an organisation, es: Fundadores de una organización}
//+ about:
//+   en: "Who is said to have founded an organisation, alone or with others. The status says how firmly: alleged is not proven."
//+   es: "Quién se dice que fundó una organización, solo o con otros. El estado dice con qué firmeza: alegado no es probado."
//+ answer: {en: "Said to have founded {organization}: {n}.", es: "Se dice que fundaron {organization}: {n}."}
//+ ask:
//+   en:
//+     - "who (founded|created|established|started|cofounded|co-founded) {organization}"
//+     - "who (is|was) [the|a] [alleged] (founder|co-founder|cofounder|creator) of {organization}"
//+     - "who (are|were) [the] [alleged] (founders|co-founders|cofounders) of {organization}"
//+     - "who (is|was) {organization}'s founder"
//+     - "who (are|were) {organization}'s founders"
//+     - "by whom was {organization} (founded|created)"
//+     - "[the] (founder|founders) of {organization}"
//+     - "{organization}'s (founder|founders)"
//+   es:
//+     - "quién (fundó|creó|estableció|cofundó) {organization}"
//+     - "quién (fundó|creó) al {organization}"
//+     - "quiénes (fundaron|crearon|cofundaron) {organization}"
//+     - "quién (es|fue|era) el [presunto] (fundador|cofundador|creador) (de|del) {organization}"
//+     - "quiénes (son|fueron|eran) los [presuntos] (fundadores|cofundadores) (de|del) {organization}"
//+     - "por quién fue (fundada|fundado|creada|creado) {organization}"
//+     - "[el|los] (fundador|fundadores) (de|del) {organization}"
//+ examples: [{organization: organization/guadalajara-cartel}, {organization: organization/cjng}]
//+ parameters:
//+   organization: {type: Organization, required: true}
//+ columns: {founder: Person, status: text, valid: interval}
//+ order: [founder, valid]
MATCH (o:Entity {id: $organization})<-[r:FOUNDED]-(x:Entity)
RETURN x.id AS founder_id, x.name AS founder, r.status AS status, r.valid AS valid, r.claims AS claims
