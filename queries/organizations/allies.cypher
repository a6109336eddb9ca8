//+ title: {en: Allies of an organisation, es: Aliados de una organización}
//+ about:
//+   en: "Organisations that are said to be allied with this one. The status says how firmly: alleged is not proven."
//+   es: "Organizaciones que se dice que son aliadas de esta. El estado dice con qué firmeza: alegado no es probado."
//+ answer: {en: "Said to be allied with {organization}: {n}.", es: "Se dice que son aliadas de {organization}: {n}."}
//+ ask:
//+   en:
//+     - "(which|what) (organisation|organization|cartel|group) (is|are|was|were) {organization} allied (with|to)"
//+     - "(which|what) (organisations|organizations|cartels|groups) (is|are|was|were) {organization} allied (with|to)"
//+     - "(which|what) (organisation|organization|cartel|group) (is|was) allied (with|to) {organization}"
//+     - "(which|what) (organisations|organizations|cartels|groups) are allied (with|to) {organization}"
//+     - "who (is|are|was|were) {organization} allied (with|to)"
//+     - "who (is|are) allied (with|to) {organization}"
//+     - "who (is|are|was|were) [the|an] (ally|allies) of {organization}"
//+     - "who (is|are) {organization}'s (ally|allies)"
//+     - "(which|what) allies (does|do|did) {organization} have"
//+     - "with (whom|which organisation|which organization|which cartel) (is|are) {organization} allied"
//+     - "[the] allies of {organization}"
//+     - "{organization}'s allies"
//+   es:
//+     - "con (qué|cuál) (organización|cártel|grupo) (está|están|estaba|estaban) (aliado|aliada|aliados|aliadas) {organization}"
//+     - "con quién (está|están|estaba) (aliado|aliada|aliados) {organization}"
//+     - "con quién (se alía|se alió|tiene alianza) {organization}"
//+     - "(qué|cuál) (organización|cártel|grupo) (es|era) (aliado|aliada) (de|del) {organization}"
//+     - "qué (organizaciones|cárteles|grupos) (son|están) (aliados|aliadas) (de|del|con) {organization}"
//+     - "(quién es|quiénes son) [el|los] (aliado|aliados) (de|del) {organization}"
//+     - "qué (aliados|alianzas) (tiene|tienen|tuvo) {organization}"
//+     - "[los] aliados (de|del) {organization}"
//+ examples: [{organization: organization/los-cuinis}, {organization: organization/cjng}]
//+ parameters:
//+   organization: {type: Organization, required: true}
//+ columns: {ally: Organization, status: text, valid: interval}
//+ order: [ally, valid]
MATCH (o:Entity {id: $organization})-[r:ALLIED_WITH]-(x:Entity)
WHERE x.id <> $organization
RETURN x.id AS ally_id, x.name AS ally, r.status AS status, r.valid AS valid, r.claims AS claims
