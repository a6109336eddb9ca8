//+ title: {en: Relatives of a person by marriage, es: Parientes políticos de una persona}
//+ about:
//+   en: "Kin by marriage, recorded or inferred: the spouse, in-laws and step-kin, with the degree of kinship. inferred: no source says so, a rule does; accused: whether the graph records any accusation, custody or sanction."
//+   es: "Parientes por afinidad, registrados o inferidos: el cónyuge, la familia política y la de los padrastros, con el grado de parentesco. inferred: ninguna fuente lo dice, lo concluye una regla; accused: si el grafo registra alguna acusación, custodia o sanción."
//+ answer: {en: "Relatives of {person} by marriage: {n}.", es: "Parientes políticos de {person}: {n}."}
//+ ask:
//+   en:
//+     - "who (is|are) [the] (in-laws|relatives by marriage|kin by marriage) of {person}"
//+     - "who (is|are) {person}'s (in-laws|relatives by marriage|family by marriage)"
//+     - "who is related to {person} by marriage"
//+     - "who is related by marriage to {person}"
//+     - "who are related to {person} by marriage"
//+     - "who is {person} related to by marriage"
//+     - "(list|name|show me|give me) the (in-laws|relatives by marriage) of {person}"
//+     - "(list|name|show me|give me) {person}'s in-laws"
//+     - "(does|did) {person} have [any] (in-laws|relatives by marriage)"
//+     - "[the] (in-laws|relatives by marriage) of {person}"
//+     - "{person}'s in-laws"
//+   es:
//+     - "quiénes son [los] parientes (políticos|por afinidad|por matrimonio) (de|del) {person}"
//+     - "quién es pariente (político|por afinidad|por matrimonio) (de|del) {person}"
//+     - "quiénes son [los] familiares políticos (de|del) {person}"
//+     - "(quién|quiénes) (es|son|integran|forman) la familia política (de|del) {person}"
//+     - "cuál es la familia política (de|del) {person}"
//+     - "qué parientes (políticos|por afinidad) tiene {person}"
//+     - "(dime|lista|enumera|muestra|nombra) [todos] los parientes (políticos|por afinidad) (de|del) {person}"
//+     - "[la] familia política (de|del) {person}"
//+     - "[los] parientes (políticos|por afinidad) (de|del) {person}"
//+ examples: [{person: person/nemesio-oseguera-cervantes}, {person: person/abigael-gonzalez-valencia}]
//+ parameters:
//+   person: {type: Person, required: true}
//+ columns: {relative: Person, relation: text, degree: integer, statuses: "text[]", inferred: boolean, accused: boolean}
//+ order: [degree, relation, relative]
MATCH (p:Entity {id: $person})<-[:RELATED_TO]-(x:Entity)
WHERE x.id <> $person
MATCH (x)-[r]->(p)
WHERE r.kinship = 'affinity'
WITH DISTINCT x, p, r, type(r) AS relation
WHERE relation <> 'PARENT_OF' OR NOT EXISTS { MATCH (x)-[:FATHER_OF|MOTHER_OF]->(p) }
MATCH (x)-[q]-(p)
WHERE q.degree = r.degree AND q.kinship = r.kinship
WITH x, relation, r.degree AS degree, collect(q) AS ties
UNWIND ties AS tie
RETURN x.id AS relative_id, x.name AS relative, relation, degree, tie.statuses AS statuses,
       all(t IN ties WHERE t.inferred) AS inferred,
       x:Accused AS accused,
       tie.claims AS claims
