//+ title: {en: Relatives of a person, es: Parientes de una persona}
//+ about:
//+   en: "Kin by blood and marriage, recorded or inferred, with the degree of kinship. RELATED_TO: a source says that they are related, none says how. inferred: no source says so, a rule does; accused: whether the graph records any accusation, custody or sanction."
//+   es: "Parientes por consanguinidad y afinidad, registrados o inferidos, con el grado de parentesco. RELATED_TO: una fuente dice que son parientes, ninguna dice de qué modo. inferred: ninguna fuente lo dice, lo concluye una regla; accused: si el grafo registra alguna acusación, custodia o sanción."
//+ answer: {en: "Relatives of {person}: {n}.", es: "Parientes de {person}: {n}."}
//+ ask:
//+   en:
//+     - "who is related to {person}"
//+     - "(who|which people) are related to {person}"
//+     - "who is {person} related to"
//+     - "who (are|were) [the] (relatives|family|family members|kin) of {person}"
//+     - "who (are|were) {person}'s (relatives|family|family members|kin)"
//+     - "who (is|are) in {person}'s family"
//+     - "who (is|are) in the family of {person}"
//+     - "who belongs to {person}'s family"
//+     - "who belongs to the family of {person}"
//+     - "(list|name|show me|give me) the (relatives|family|family members|kin) of {person}"
//+     - "(list|name|show me|give me) {person}'s (relatives|family|family members|kin)"
//+     - "(does|did) {person} have [any] (relatives|family|family members)"
//+     - "which (relatives|family members) (does|did) {person} have"
//+     - "tell me about {person}'s family"
//+     - "tell me about the family of {person}"
//+     - "[the] (relatives|family|family members|kin) of {person}"
//+     - "{person}'s (relatives|family|family members|kin)"
//+     - "whose relative is {person}"
//+   es:
//+     - "quién es pariente (de|del) {person}"
//+     - "quién es familiar (de|del) {person}"
//+     - "quiénes son (parientes|familiares|los parientes|los familiares|la familia) (de|del) {person}"
//+     - "quién es (la familia|de la familia) (de|del) {person}"
//+     - "quiénes son de la familia (de|del) {person}"
//+     - "quiénes (integran|forman|componen) la familia (de|del) {person}"
//+     - "cuál es la familia (de|del) {person}"
//+     - "qué (parientes|familiares|familia) (tiene|tuvo) {person}"
//+     - "(tiene|tuvo) (parientes|familiares|familia) {person}"
//+     - "(tiene|tuvo) {person} (parientes|familiares|familia)"
//+     - "(dime|lista|enumera|muestra|nombra) [todos] (los parientes|los familiares|la familia) (de|del) {person}"
//+     - "con quién (está|estaba) (emparentado|emparentada) {person}"
//+     - "con quién tiene parentesco {person}"
//+     - "quiénes están emparentados con {person}"
//+     - "quién está emparentado con {person}"
//+     - "de quién es (pariente|familiar) {person}"
//+     - "[la] familia (de|del) {person}"
//+     - "[los] (parientes|familiares) (de|del) {person}"
//+ examples: [{person: person/nemesio-oseguera-cervantes}, {person: person/nemesio-oseguera-cervantes, blood: true}, {person: person/nemesio-oseguera-cervantes, blood: false}]
//+ parameters:
//+   person: {type: Person, required: true}
//+   blood: {type: boolean, default: null, about: "true for kin by blood alone, false for kin by marriage"}
//+ columns: {relative: Person, relation: text, degree: integer, kinship: text, statuses: "text[]", inferred: boolean, accused: boolean}
//+ order: [degree, relation, relative]
MATCH (p:Entity {id: $person})<-[:RELATED_TO]-(x:Entity)
WHERE x.id <> $person
MATCH (x)-[r]->(p)
WHERE r.claims IS NOT NULL
WITH DISTINCT x, p, r, type(r) AS relation
WHERE r.degree IS NOT NULL
  OR (relation = 'RELATED_TO' AND NOT EXISTS { MATCH (x)-[k]->(p) WHERE k.degree IS NOT NULL })
WITH x, p, r, relation
WHERE relation <> 'PARENT_OF' OR NOT EXISTS { MATCH (x)-[:FATHER_OF|MOTHER_OF]->(p) }
WITH x, p, r, relation
WHERE $blood IS NULL OR (r.kinship = 'blood') = $blood
MATCH (x)-[q]-(p)
WHERE q.claims IS NOT NULL
WITH x, r, relation, q
WHERE (q.degree = r.degree AND q.kinship = r.kinship) OR (r.degree IS NULL AND type(q) = 'RELATED_TO')
WITH x, relation, r.degree AS degree, r.kinship AS kinship, collect(q) AS ties
UNWIND ties AS tie
RETURN x.id AS relative_id, x.name AS relative, relation, degree, kinship, tie.statuses AS statuses,
       all(t IN ties WHERE t.inferred) AS inferred,
       x:Accused AS accused,
       tie.claims AS claims
