//+ title: {en: Kinship between two people, es: Parentesco entre dos personas}
//+ about:
//+   en: "What the first is of the second, by blood or by marriage, recorded or inferred, with the degree. RELATED_TO: a source says that they are related, none says how. inferred: no source says so, a rule does."
//+   es: "Lo que la primera persona es de la segunda, por consanguinidad o afinidad, registrado o inferido, con el grado. RELATED_TO: una fuente dice que son parientes, ninguna dice de qué modo. inferred: ninguna fuente lo dice, lo concluye una regla."
//+ answer: {en: "What {first} is of {second}: {n}.", es: "Lo que {first} es de {second}: {n}."}
//+ ask:
//+   en:
//+     - "(what|which) (kinship|family relationship|family relation|family tie|blood tie) (is there|exists) between {first} and {second}"
//+     - "what is the (kinship|family relationship|family relation|family tie) between {first} and {second}"
//+     - "(what|which) (kinship|family relationship) does {first} have (with|to) {second}"
//+     - "how (is|was) {first} related to {second}"
//+     - "how (are|were) {first} and {second} related"
//+     - "in what way is {first} related to {second}"
//+     - "(is|was) {first} related to {second}"
//+     - "(are|were) {first} and {second} related"
//+     - "(are|were) {first} and {second} (relatives|family|kin)"
//+     - "is {first} a (relative|family member) of {second}"
//+     - "what relation is {first} to {second}"
//+     - "what relative is {first} of {second}"
//+     - "what degree of kinship (is there between|do) {first} and {second} [have]"
//+     - "[the] kinship (between|of) {first} and {second}"
//+   es:
//+     - "(qué|cuál) (parentesco|relación familiar|relación de parentesco|vínculo familiar|lazo familiar) (hay|existe) entre {first} y {second}"
//+     - "cuál es (el parentesco|la relación familiar|el vínculo familiar) (entre {first} y|de {first} con) {second}"
//+     - "qué parentesco (tiene|tenía|guarda) {first} con {second}"
//+     - "qué (es|era) {first} (de|del) {second}"
//+     - "qué parentesco tienen {first} y {second}"
//+     - "(cómo|de qué modo) (está emparentado|está emparentada) {first} con {second}"
//+     - "cómo están emparentados {first} y {second}"
//+     - "(es|era) {first} (pariente|familiar) (de|del) {second}"
//+     - "(son|eran) (parientes|familiares|familia) {first} y {second}"
//+     - "(son|eran) {first} y {second} (parientes|familiares|familia)"
//+     - "(está|están) (emparentado|emparentada) {first} con {second}"
//+     - "qué grado de parentesco (hay entre|tienen) {first} y {second}"
//+     - "[el] parentesco (entre|de) {first} y {second}"
//+ examples: [{first: person/abigael-gonzalez-valencia, second: person/nemesio-oseguera-cervantes}, {first: person/jair-francisco-patron-tobias, second: person/jesus-ricardo-patron-sanchez}, {first: person/jose-luis-sanchez-valencia, second: person/nemesio-oseguera-cervantes}]
//+ parameters:
//+   first: {type: Person, required: true}
//+   second: {type: Person, required: true}
//+ columns: {person: Person, relation: text, other: Person, degree: integer, kinship: text, statuses: "text[]", inferred: boolean}
//+ order: [degree, relation]
MATCH (x:Entity {id: $first})-[:RELATED_TO]->(p:Entity {id: $second})
WHERE x.id <> p.id
MATCH (x)-[r]->(p)
WHERE r.claims IS NOT NULL
WITH DISTINCT x, p, r, type(r) AS relation
WHERE r.degree IS NOT NULL
  OR (relation = 'RELATED_TO' AND NOT EXISTS { MATCH (x)-[k]->(p) WHERE k.degree IS NOT NULL })
WITH x, p, r, relation
WHERE relation <> 'PARENT_OF' OR NOT EXISTS { MATCH (x)-[:FATHER_OF|MOTHER_OF]->(p) }
MATCH (x)-[q]-(p)
WHERE q.claims IS NOT NULL
WITH x, p, r, relation, q
WHERE (q.degree = r.degree AND q.kinship = r.kinship) OR (r.degree IS NULL AND type(q) = 'RELATED_TO')
WITH x, p, relation, r.degree AS degree, r.kinship AS kinship, collect(q) AS ties
UNWIND ties AS tie
RETURN x.id AS person_id, x.name AS person, relation, p.id AS other_id, p.name AS other, degree, kinship,
       tie.statuses AS statuses, all(t IN ties WHERE t.inferred) AS inferred, tie.claims AS claims
