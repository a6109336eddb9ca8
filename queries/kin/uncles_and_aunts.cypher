//+ title: {en: Uncles and aunts of a person, es: Tíos y tías de una persona}
//+ about:
//+   en: "Siblings of the parents, uncles and aunts alike. inferred: no source says so, a rule does; accused: whether the graph records any accusation, custody or sanction."
//+   es: "Hermanos y hermanas de los padres, tíos y tías por igual. inferred: ninguna fuente lo dice, lo concluye una regla; accused: si el grafo registra alguna acusación, custodia o sanción."
//+ answer: {en: "Uncles and aunts of {person}: {n}.", es: "Tíos y tías de {person}: {n}."}
//+ ask:
//+   en:
//+     - "who (is|was) [the|a] (uncle|aunt) of {person}"
//+     - "who (is|was) {person}'s (uncle|aunt)"
//+     - "what is the name of {person}'s (uncle|aunt)"
//+     - "(does|did) {person} have a (uncle|aunt)"
//+     - "who (are|were) [the] (uncles and aunts|aunts and uncles|uncles|aunts) of {person}"
//+     - "who (are|were) {person}'s (uncles and aunts|aunts and uncles|uncles|aunts)"
//+     - "(list|name|show me|give me) the (uncles and aunts|aunts and uncles|uncles|aunts) of {person}"
//+     - "(list|name|show me|give me) {person}'s (uncles and aunts|aunts and uncles|uncles|aunts)"
//+     - "what are the names of {person}'s (uncles and aunts|aunts and uncles|uncles|aunts)"
//+     - "what are the names of the (uncles and aunts|aunts and uncles|uncles|aunts) of {person}"
//+     - "which (uncles and aunts|aunts and uncles|uncles|aunts) (does|did) {person} have"
//+     - "(does|did) {person} have [any] (uncles and aunts|aunts and uncles|uncles|aunts)"
//+     - "[the] (uncles and aunts|aunts and uncles|uncles|aunts|uncle|aunt) of {person}"
//+     - "{person}'s (uncles and aunts|aunts and uncles|uncles|aunts|uncle|aunt)"
//+     - "whose (nephew|niece) (is|was) {person}"
//+   es:
//+     - "quién (es|era|fue) (el tío|la tía) (de|del) {person}"
//+     - "cómo se llama (el tío|la tía) (de|del) {person}"
//+     - "quiénes (son|eran|fueron) (los tíos|las tías|los tíos y tías|los tíos y las tías) (de|del) {person}"
//+     - "cómo se llaman (los tíos|las tías|los tíos y tías|los tíos y las tías) (de|del) {person}"
//+     - "(dime|enumera|muestra) (los tíos|las tías|los tíos y tías|los tíos y las tías) (de|del) {person}"
//+     - "qué (tíos|tías|tíos y tías) (tiene|tuvo) {person}"
//+     - "(tiene|tuvo) {person} (tíos|tías|tíos y tías)"
//+     - "(tiene|tuvo) (tíos|tías|tíos y tías) {person}"
//+     - "[el|la] (tío|tía) (de|del) {person}"
//+     - "[los|las] (tíos|tías|tíos y tías) (de|del) {person}"
//+     - "de (quién|quiénes) es (sobrino|sobrina) {person}"
//+ examples: [{person: person/ruben-oseguera-gonzalez}]
//+ parameters:
//+   person: {type: Person, required: true}
//+ columns: {uncle_or_aunt: Person, statuses: "text[]", inferred: boolean, accused: boolean}
//+ order: [uncle_or_aunt]
MATCH (p:Entity {id: $person})<-[r:UNCLE_OR_AUNT_OF]-(x:Entity)
WHERE x.id <> $person
MATCH (x)-[q]-(p)
WHERE q.degree = r.degree AND q.kinship = r.kinship
WITH x, collect(q) AS ties
UNWIND ties AS tie
RETURN x.id AS uncle_or_aunt_id, x.name AS uncle_or_aunt, tie.statuses AS statuses,
       all(t IN ties WHERE t.inferred) AS inferred,
       x:Accused AS accused,
       tie.claims AS claims
