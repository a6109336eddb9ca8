//+ title: {en: Organisations that a person founded, es: Organizaciones que fundó una persona}
//+ about:
//+   en: "Organisations that a person is said to have founded, alone or with others. The status says how firmly: alleged is not proven."
//+   es: "Organizaciones que se dice que una persona fundó, sola o con otras. El estado dice con qué firmeza: alegado no es probado."
//+ answer: {en: "Organisations that {person} is said to have founded: {n}.", es: "Organizaciones que se dice que {person} fundó: {n}."}
//+ ask:
//+   en:
//+     - "(which|what) (organisation|organization|cartel|group) did {person} (found|create|establish|co-found)"
//+     - "(which|what) (organisations|organizations|cartels|groups) did {person} (found|create|establish|co-found)"
//+     - "(which|what) (organisation|organization|cartel) (is|was) {person} [the|a] (founder|co-founder) of"
//+     - "of (which|what) (organisation|organization|cartel) (is|was) {person} [the|a] founder"
//+     - "what did {person} found"
//+     - "(organisations|organizations|cartels) founded by {person}"
//+   es:
//+     - "(qué|cuál) (organización|cártel|grupo) (fundó|creó|cofundó) {person}"
//+     - "(qué|cuáles) (organizaciones|cárteles) (fundó|creó|cofundó) {person}"
//+     - "de (qué|cuál) (organización|cártel) (es|fue|era) [el] (fundador|cofundador) {person}"
//+     - "qué fundó {person}"
//+     - "(organizaciones|cárteles) que fundó {person}"
//+ examples: [{person: person/rafael-caro-quintero}, {person: person/erick-valencia-salazar}]
//+ parameters:
//+   person: {type: Person, required: true}
//+ columns: {organization: Organization, status: text, valid: interval}
//+ order: [organization, valid]
MATCH (p:Entity {id: $person})-[r:FOUNDED]->(o:Entity)
RETURN o.id AS organization_id, o.name AS organization, r.status AS status, r.valid AS valid, r.claims AS claims
