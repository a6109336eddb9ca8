//+ title: {en: Blood relatives of a person, es: Parientes consanguíneos de una persona}
//+ about:
//+   en: "Kin by descent, recorded or inferred, with the degree of kinship. inferred: no source says so, a rule does; accused: whether the graph records any accusation, custody or sanction."
//+   es: "Parientes por consanguinidad, registrados o inferidos, con el grado de parentesco. inferred: ninguna fuente lo dice, lo concluye una regla; accused: si el grafo registra alguna acusación, custodia o sanción."
//+ answer: {en: "Blood relatives of {person}: {n}.", es: "Parientes consanguíneos de {person}: {n}."}
//+ ask:
//+   en:
//+     - "who (is|are) [the] (blood relatives|blood relations|blood relative|relatives by blood) of {person}"
//+     - "who (is|are) {person}'s (blood relatives|blood relations|blood relative|blood kin)"
//+     - "who is related to {person} by blood"
//+     - "who is related by blood to {person}"
//+     - "who are {person}'s relatives by blood"
//+     - "(list|name|show me|give me) the (blood relatives|relatives by blood) of {person}"
//+     - "(list|name|show me|give me) {person}'s blood relatives"
//+     - "[the] (blood relatives|relatives by blood) of {person}"
//+     - "{person}'s (blood relatives|blood kin)"
//+   es:
//+     - "quiénes son [los] parientes (consanguíneos|de sangre|por consanguinidad) (de|del) {person}"
//+     - "quién es pariente (consanguíneo|de sangre|por consanguinidad) (de|del) {person}"
//+     - "quiénes son [los] familiares (consanguíneos|de sangre) (de|del) {person}"
//+     - "qué parientes (consanguíneos|de sangre|por consanguinidad) tiene {person}"
//+     - "(dime|lista|enumera|muestra|nombra) [todos] los parientes (consanguíneos|de sangre) (de|del) {person}"
//+     - "[los] parientes (consanguíneos|de sangre|por consanguinidad) (de|del) {person}"
//+ examples: [{person: person/nemesio-oseguera-cervantes}]
//+ parameters:
//+   person: {type: Person, required: true}
//+ columns: {relative: Person, relation: text, degree: integer, statuses: "text[]", inferred: boolean, accused: boolean}
//+ order: [degree, relation, relative]
MATCH (p:Entity {id: $person})<-[:RELATED_TO]-(x:Entity)
WHERE x.id <> $person
MATCH (x)-[r]->(p)
WHERE r.kinship = 'blood'
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
