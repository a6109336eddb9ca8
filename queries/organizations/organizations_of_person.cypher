//+ title: {en: Organisations of a person, es: Organizaciones de una persona}
//+ about:
//+   en: "Organisations that a person is said to belong to, lead, have founded, work for or be linked with; the tie says which. Public offices are not shown. The status says how firmly: alleged is not proven."
//+   es: "Organizaciones a las que se dice que una persona pertenece, que dirige o fundó, para las que trabaja o con las que está vinculada; el vínculo dice cuál. No se muestran los cargos públicos. El estado dice con qué firmeza: alegado no es probado."
//+ answer: {en: "Organisations that {person} is said to be tied to: {n}.", es: "Organizaciones con las que se dice que {person} está vinculado: {n}."}
//+ ask:
//+   en:
//+     - "(which|what) (organisation|organization|cartel|group) (does|did) {person} belong to"
//+     - "(which|what) (organisation|organization|cartel|group) (is|was) {person} [a|an|said to be a] member of"
//+     - "to (which|what) (organisation|organization|cartel|group) (does|did) {person} belong"
//+     - "(which|what) (organisations|organizations|cartels|groups) (does|did) {person} belong to"
//+     - "(which|what) (organisation|organization|cartel|group) (is|was) {person} (in|from|part of|tied to|linked to|linked with|affiliated with|associated with)"
//+     - "(which|what) (organisations|organizations|cartels|groups) (is|was) {person} (in|tied to|linked to|linked with|affiliated with|associated with)"
//+     - "(which|what) (organisation|organization|cartel|group) (does|did) {person} work for"
//+     - "who (does|did) {person} work for"
//+     - "(what|which) is the (organisation|organization|cartel|group) of {person}"
//+     - "what is {person}'s (organisation|organization|cartel|group)"
//+     - "[the] (organisations|organizations|cartels) of {person}"
//+     - "{person}'s (organisation|organization|cartel|organisations|organizations|cartels)"
//+   es:
//+     - "a (qué|cuál) (organización|cártel|grupo) (pertenece|pertenecía|perteneció) {person}"
//+     - "a (qué|cuáles) (organizaciones|cárteles|grupos) (pertenece|pertenecía|perteneció) {person}"
//+     - "de (qué|cuál) (organización|cártel|grupo) (es|era|fue) {person}"
//+     - "de (qué|cuál) (organización|cártel|grupo) (es|era|fue) (miembro|integrante|parte) {person}"
//+     - "de (qué|cuál) (organización|cártel|grupo) {person} (es|era) (miembro|integrante)"
//+     - "(en|para) (qué|cuál) (organización|cártel|grupo) (está|estaba|trabaja|trabajaba) {person}"
//+     - "con (qué|cuál) (organización|cártel|grupo) (está|estaba) (vinculado|vinculada|ligado|relacionado|asociado) {person}"
//+     - "con (qué|cuáles) (organizaciones|cárteles) (está|estaba) (vinculado|vinculada) {person}"
//+     - "cuál (es|era) (la organización|el cártel|el grupo) (de|del) {person}"
//+     - "para quién (trabaja|trabajaba) {person}"
//+     - "[las] organizaciones (de|del) {person}"
//+ examples: [{person: person/ricardo-gonzalez-sauceda}, {person: person/rafael-caro-quintero}, {person: person/abigael-gonzalez-valencia}]
//+ parameters:
//+   person: {type: Person, required: true}
//+ columns: {organization: Organization, tie: text, status: text, valid: interval}
//+ order: [organization, tie, valid]
MATCH (p:Entity {id: $person})-[r:MEMBER_OF|LEADS|FOUNDED|AFFILIATED_WITH|EMPLOYED_BY]->(o:Entity)
RETURN o.id AS organization_id, o.name AS organization, type(r) AS tie, r.status AS status, r.valid AS valid, r.claims AS claims
