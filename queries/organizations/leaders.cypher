//+ title: {en: Leaders of a criminal organisation, es: Líderes de una organización criminal}
//+ about:
//+   en: "Who is said to lead, or to have led, a criminal organisation; its factions apart. The status says how firmly: alleged is not proven."
//+   es: "Quién se dice que dirige, o dirigió, una organización criminal; sin contar sus facciones. El estado dice con qué firmeza: alegado no es probado."
//+ answer: {en: "Said to lead {organization}: {n}.", es: "Se dice que dirigen {organization}: {n}."}
//+ ask:
//+   en:
//+     - "who (led|leads|heads|headed|runs|ran|commands|commanded) {organization}"
//+     - "who (is|was) [the|a] [alleged] (leader|head|boss|chief|kingpin) of {organization}"
//+     - "who (are|were) [the] [alleged] (leaders|heads|bosses) of {organization}"
//+     - "who (is|was) {organization}'s (leader|head|boss)"
//+     - "who (are|were) {organization}'s leaders"
//+     - "who (is|was) (leading|running|in charge of) {organization}"
//+     - "by whom (is|was) {organization} led"
//+     - "(list|name|show me|give me) the leaders of {organization}"
//+     - "[the] (leader|leaders) of {organization}"
//+     - "{organization}'s (leader|leaders)"
//+     - "{organization} (leader|leaders)"
//+   es:
//+     - "quién (lidera|lideró|lideraba|dirige|dirigió|dirigía|encabeza|encabezó|encabezaba|comanda) {organization}"
//+     - "quién (lidera|lideró|dirige|dirigió|encabeza|encabezó) al {organization}"
//+     - "quién (es|era|fue) el [presunto] (líder|jefe|cabecilla|dirigente) (de|del) {organization}"
//+     - "quiénes (son|eran|fueron) los [presuntos] (líderes|jefes|cabecillas|dirigentes) (de|del) {organization}"
//+     - "quiénes (lideran|lideraron|dirigen|dirigieron|encabezan|encabezaron) {organization}"
//+     - "quién (está|estaba|estuvo) al (frente|mando) (de|del) {organization}"
//+     - "(dime|enumera|muestra) los líderes (de|del) {organization}"
//+     - "[el|los] (líder|líderes|jefe|jefes) (de|del) {organization}"
//+ examples: [{organization: organization/cjng}, {organization: organization/knights-templar-cartel}]
//+ parameters:
//+   organization: {type: CriminalOrganization, required: true}
//+ columns: {leader: Person, status: text, valid: interval}
//+ order: [leader, valid]
MATCH (o:Entity {id: $organization})<-[r:LEADS]-(x:Entity)
RETURN x.id AS leader_id, x.name AS leader, r.status AS status, r.valid AS valid, r.claims AS claims
