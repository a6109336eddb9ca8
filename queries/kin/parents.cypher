//+ title: {en: Parents of a person, es: Padres de una persona}
//+ about:
//+   en: "Father and mother; PARENT_OF where no source says which. inferred: no source says so, a rule does; accused: whether the graph records any accusation, custody or sanction."
//+   es: "Padre y madre; PARENT_OF donde ninguna fuente dice cuál. inferred: ninguna fuente lo dice, lo concluye una regla; accused: si el grafo registra alguna acusación, custodia o sanción."
//+ answer: {en: "Parents of {person}: {n}.", es: "Padres de {person}: {n}."}
//+ ask:
//+   en:
//+     - "who (is|was) [the|a] (parent) of {person}"
//+     - "who (is|was) {person}'s (parent)"
//+     - "what is the name of {person}'s (parent)"
//+     - "(does|did) {person} have a (parent)"
//+     - "who (are|were) [the] (parents|father and mother|mother and father) of {person}"
//+     - "who (are|were) {person}'s (parents|father and mother|mother and father)"
//+     - "(list|name|show me|give me) the (parents|father and mother|mother and father) of {person}"
//+     - "(list|name|show me|give me) {person}'s (parents|father and mother|mother and father)"
//+     - "what are the names of {person}'s (parents|father and mother|mother and father)"
//+     - "what are the names of the (parents|father and mother|mother and father) of {person}"
//+     - "which (parents|father and mother|mother and father) (does|did) {person} have"
//+     - "(does|did) {person} have [any] (parents|father and mother|mother and father)"
//+     - "[the] (parents|father and mother|mother and father|parent) of {person}"
//+     - "{person}'s (parents|father and mother|mother and father|parent)"
//+     - "whose (child|son|daughter) (is|was) {person}"
//+     - "who is the (father and mother|mother and father) of {person}"
//+   es:
//+     - "quiénes (son|eran|fueron) (los padres|los progenitores|los papás) (de|del) {person}"
//+     - "cómo se llaman (los padres|los progenitores|los papás) (de|del) {person}"
//+     - "(dime|enumera|muestra) (los padres|los progenitores|los papás) (de|del) {person}"
//+     - "qué (padres|progenitores|papás) (tiene|tuvo) {person}"
//+     - "(tiene|tuvo) {person} (padres|progenitores|papás)"
//+     - "(tiene|tuvo) (padres|progenitores|papás) {person}"
//+     - "[los|las] (padres|progenitores|papás) (de|del) {person}"
//+     - "de quién (es|era|fue) (hijo|hija) {person}"
//+     - "quiénes son (el padre y la madre|la madre y el padre) (de|del) {person}"
//+ examples: [{person: person/nemesio-oseguera-cervantes}, {person: person/jair-francisco-patron-tobias}]
//+ parameters:
//+   person: {type: Person, required: true}
//+ columns: {parent: Person, relation: text, statuses: "text[]", inferred: boolean, accused: boolean}
//+ order: [relation, parent]
MATCH (p:Entity {id: $person})<-[r:PARENT_OF|FATHER_OF|MOTHER_OF]-(x:Entity)
WHERE x.id <> $person
  AND (type(r) <> 'PARENT_OF' OR NOT EXISTS { MATCH (x)-[:FATHER_OF|MOTHER_OF]->(p) })
MATCH (x)-[q]-(p)
WHERE q.degree = r.degree AND q.kinship = r.kinship
WITH x, type(r) AS relation, collect(q) AS ties
UNWIND ties AS tie
RETURN x.id AS parent_id, x.name AS parent, relation, tie.statuses AS statuses,
       all(t IN ties WHERE t.inferred) AS inferred,
       x:Accused AS accused,
       tie.claims AS claims
