//+ title: {en: Father of a person, es: Padre de una persona}
//+ about:
//+   en: "The parent whom some source calls a father, of this person or of another child. inferred: no source says so, a rule does; accused: whether the graph records any accusation, custody or sanction."
//+   es: "El progenitor a quien alguna fuente llama padre, de esta persona o de otro hijo. inferred: ninguna fuente lo dice, lo concluye una regla; accused: si el grafo registra alguna acusación, custodia o sanción."
//+ answer: {en: "Father of {person}: {n}.", es: "Padre de {person}: {n}."}
//+ ask:
//+   en:
//+     - "who (is|was) [the|a] (father|dad) of {person}"
//+     - "who (is|was) {person}'s (father|dad)"
//+     - "what is the name of {person}'s (father|dad)"
//+     - "(does|did) {person} have a (father|dad)"
//+     - "[the] (father|dad) of {person}"
//+     - "{person}'s (father|dad)"
//+   es:
//+     - "quién (es|era|fue) (el padre|el papá) (de|del) {person}"
//+     - "cómo se llama (el padre|el papá) (de|del) {person}"
//+     - "[el|la] (padre|papá) (de|del) {person}"
//+ examples: [{person: person/nemesio-oseguera-cervantes}, {person: person/ruben-oseguera-gonzalez}]
//+ parameters:
//+   person: {type: Person, required: true}
//+ columns: {father: Person, statuses: "text[]", inferred: boolean, accused: boolean}
//+ order: [father]
MATCH (p:Entity {id: $person})<-[r:PARENT_OF]-(x:Entity)
WHERE x.id <> $person AND EXISTS { MATCH (x)-[:FATHER_OF]->(c) }
MATCH (x)-[q]-(p)
WHERE q.degree = r.degree AND q.kinship = r.kinship
WITH x, collect(q) AS ties
UNWIND ties AS tie
RETURN x.id AS father_id, x.name AS father, tie.statuses AS statuses,
       all(t IN ties WHERE t.inferred) AS inferred,
       x:Accused AS accused,
       tie.claims AS claims
