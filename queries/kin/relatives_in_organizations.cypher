//+ title: {en: Relatives of a person in criminal organisations, es: Parientes de una persona en organizaciones criminales}
//+ about:
//+   en: "Kin of whom a source says that they belong to, lead, founded or are linked with a criminal organisation; the status says how firmly, and an allegation is no proof. RELATED_TO: a source says that they are related, none says how."
//+   es: "Parientes de quienes una fuente dice que pertenecen a una organización criminal, la dirigen, la fundaron o están vinculados con ella; el estado dice con qué firmeza, y una acusación no es prueba. RELATED_TO: una fuente dice que son parientes, ninguna dice de qué modo."
//+ answer: {en: "Relatives of {person} said to belong to criminal organisations: {n}.", es: "Parientes de {person} de quienes se dice que pertenecen a organizaciones criminales: {n}."}
//+ ask:
//+   en:
//+     - "which relatives of {person} (belong to|are members of|are in|are linked to|are tied to) {organization}"
//+     - "which of {person}'s relatives (belong to|are members of|are in) {organization}"
//+     - "who in {person}'s family (belongs to|is a member of|is in) {organization}"
//+     - "which relatives of {person} (belong to|are members of|are in) (a|any) (cartel|criminal organisation|criminal organization|criminal group)"
//+     - "which of {person}'s relatives (belong to|are members of|are in) a (cartel|criminal organisation|criminal organization|criminal group)"
//+     - "which relatives of {person} are (cartel members|alleged cartel members)"
//+     - "who in {person}'s family (belongs to|is a member of|is in) a (cartel|criminal organisation|criminal organization)"
//+     - "(what|which) (cartels|criminal organisations|criminal organizations) do {person}'s relatives belong to"
//+     - "(what|which) (cartels|criminal organisations|criminal organizations) do the relatives of {person} belong to"
//+   es:
//+     - "qué (parientes|familiares) (de|del) {person} (pertenecen a|pertenecen al|son miembros de|son miembros del|están en|están en el|están vinculados con) {organization}"
//+     - "quién de la familia (de|del) {person} (pertenece a|pertenece al|es miembro de|es miembro del) {organization}"
//+     - "qué (parientes|familiares) (de|del) {person} (pertenecen a|son miembros de|están en) (un cártel|una organización criminal|algún cártel|alguna organización criminal)"
//+     - "quién de la familia (de|del) {person} (pertenece a|es miembro de) (un cártel|una organización criminal)"
//+     - "a qué (cárteles|organizaciones|organizaciones criminales) pertenecen (los parientes|los familiares) (de|del) {person}"
//+ examples: [{person: person/nemesio-oseguera-cervantes}, {person: person/nemesio-oseguera-cervantes, organization: organization/cjng}]
//+ parameters:
//+   person: {type: Person, required: true}
//+   organization: {type: CriminalOrganization, default: null}
//+ columns: {relative: Person, relation: text, tie: text, organization: CriminalOrganization, status: text}
//+ order: [relative, organization, tie]
MATCH (p:Entity {id: $person})<-[:RELATED_TO]-(x:Entity)
WHERE x.id <> $person
MATCH (x)-[r]->(p)
WHERE r.claims IS NOT NULL
WITH DISTINCT x, p, r, type(r) AS relation
WHERE r.degree IS NOT NULL
  OR (relation = 'RELATED_TO' AND NOT EXISTS { MATCH (x)-[k]->(p) WHERE k.degree IS NOT NULL })
WITH x, p, r, relation
WHERE relation <> 'PARENT_OF' OR NOT EXISTS { MATCH (x)-[:FATHER_OF|MOTHER_OF]->(p) }
MATCH (x)-[t:MEMBER_OF|LEADS|FOUNDED|AFFILIATED_WITH]->(o:Entity)
WHERE o:CriminalOrganization AND t.claims IS NOT NULL
WITH x, p, r, relation, t, o
WHERE $organization IS NULL OR o.id = $organization
MATCH (x)-[q]-(p)
WHERE q.claims IS NOT NULL
WITH x, r, relation, t, o, q
WHERE (q.degree = r.degree AND q.kinship = r.kinship) OR (r.degree IS NULL AND type(q) = 'RELATED_TO')
RETURN x.id AS relative_id, x.name AS relative, relation, type(t) AS tie, o.id AS organization_id, o.name AS organization,
       t.status AS status, q.claims + t.claims AS claims
