//+ title: {en: Mother of a person, es: Madre de una persona}
//+ about:
//+   en: "The parent whom some source calls a mother, of this person or of another child. inferred: no source says so, a rule does; accused: whether the graph records any accusation, custody or sanction."
//+   es: "El progenitor a quien alguna fuente llama madre, de esta persona o de otro hijo. inferred: ninguna fuente lo dice, lo concluye una regla; accused: si el grafo registra alguna acusación, custodia o sanción."
//+ answer: {en: "Mother of {person}: {n}.", es: "Madre de {person}: {n}."}
//+ ask:
//+   en:
//+     - "who (is|was) [the|a] (mother|mom|mum) of {person}"
//+     - "who (is|was) {person}'s (mother|mom|mum)"
//+     - "what is the name of {person}'s (mother|mom|mum)"
//+     - "(does|did) {person} have a (mother|mom|mum)"
//+     - "[the] (mother|mom|mum) of {person}"
//+     - "{person}'s (mother|mom|mum)"
//+   es:
//+     - "quién (es|era|fue) (la madre|la mamá) (de|del) {person}"
//+     - "cómo se llama (la madre|la mamá) (de|del) {person}"
//+     - "[el|la] (madre|mamá) (de|del) {person}"
//+ examples: [{person: person/nemesio-oseguera-cervantes}, {person: person/juan-carlos-valencia-gonzalez}]
//+ parameters:
//+   person: {type: Person, required: true}
//+ columns: {mother: Person, statuses: "text[]", inferred: boolean, accused: boolean}
//+ order: [mother]
MATCH (p:Entity {id: $person})<-[r:PARENT_OF]-(x:Entity)
WHERE x.id <> $person AND EXISTS { MATCH (x)-[:MOTHER_OF]->(c) }
MATCH (x)-[q]-(p)
WHERE q.degree = r.degree AND q.kinship = r.kinship
WITH x, collect(q) AS ties
UNWIND ties AS tie
RETURN x.id AS mother_id, x.name AS mother, tie.statuses AS statuses,
       all(t IN ties WHERE t.inferred) AS inferred,
       x:Accused AS accused,
       tie.claims AS claims
