//+ title: {en: Rivals of an organisation, es: Rivales de una organización}
//+ about:
//+   en: "Organisations that are said to fight or compete with this one. The status says how firmly: alleged is not proven."
//+   es: "Organizaciones que se dice que combaten o compiten con esta. El estado dice con qué firmeza: alegado no es probado."
//+ answer: {en: "Said to be rivals of {organization}: {n}.", es: "Se dice que son rivales de {organization}: {n}."}
//+ ask:
//+   en:
//+     - "who (is|are|was|were) [the|a] (rival|rivals|enemy|enemies) of {organization}"
//+     - "who (is|are|was|were) {organization}'s (rival|rivals|enemy|enemies)"
//+     - "(which|what) (organisations|organizations|cartels|groups) (are|were) (rivals|enemies) of {organization}"
//+     - "(which|what) (organisation|organization|cartel|group) (is|was) a (rival|enemy) of {organization}"
//+     - "(which|what) (rivals|enemies) (does|do|did) {organization} have"
//+     - "who (is|are) {organization} (fighting|fighting against|at war with)"
//+     - "(which|what) (organisations|organizations|cartels) (is|are) {organization} (fighting|at war with)"
//+     - "[the] (rivals|enemies) of {organization}"
//+     - "{organization}'s (rivals|enemies)"
//+   es:
//+     - "(quién es|quiénes son|quiénes eran) [el|los] (rival|rivales|enemigo|enemigos) (de|del) {organization}"
//+     - "qué (organizaciones|cárteles|grupos) (son|eran) (rivales|enemigos|enemigas) (de|del) {organization}"
//+     - "qué (rivales|enemigos) (tiene|tienen|tuvo) {organization}"
//+     - "(con|contra) quién (está|están) en guerra {organization}"
//+     - "(con|contra) quién (pelea|lucha|compite) {organization}"
//+     - "[los] (rivales|enemigos) (de|del) {organization}"
//+ examples: [{organization: organization/cjng}]
//+ parameters:
//+   organization: {type: Organization, required: true}
//+ columns: {rival: Organization, status: text, valid: interval}
//+ order: [rival, valid]
MATCH (o:Entity {id: $organization})-[r:RIVAL_OF]-(x:Entity)
WHERE x.id <> $organization
RETURN x.id AS rival_id, x.name AS rival, r.status AS status, r.valid AS valid, r.claims AS claims
