//+ title: {en: Cousins of a person, es: Primos de una persona}
//+ about:
//+   en: "Children of uncles and aunts. inferred: no source says so, a rule does; accused: whether the graph records any accusation, custody or sanction."
//+   es: "Hijos e hijas de los tíos. inferred: ninguna fuente lo dice, lo concluye una regla; accused: si el grafo registra alguna acusación, custodia o sanción."
//+ answer: {en: "Cousins of {person}: {n}.", es: "Primos y primas de {person}: {n}."}
//+ ask:
//+   en:
//+     - "who (is|was) [the|a] (cousin|first cousin) of {person}"
//+     - "who (is|was) {person}'s (cousin|first cousin)"
//+     - "what is the name of {person}'s (cousin|first cousin)"
//+     - "(does|did) {person} have a (cousin|first cousin)"
//+     - "who (are|were) [the] (cousins|first cousins) of {person}"
//+     - "who (are|were) {person}'s (cousins|first cousins)"
//+     - "(list|name|show me|give me) the (cousins|first cousins) of {person}"
//+     - "(list|name|show me|give me) {person}'s (cousins|first cousins)"
//+     - "what are the names of {person}'s (cousins|first cousins)"
//+     - "what are the names of the (cousins|first cousins) of {person}"
//+     - "which (cousins|first cousins) (does|did) {person} have"
//+     - "(does|did) {person} have [any] (cousins|first cousins)"
//+     - "[the] (cousins|first cousins|cousin|first cousin) of {person}"
//+     - "{person}'s (cousins|first cousins|cousin|first cousin)"
//+     - "whose cousin (is|was) {person}"
//+   es:
//+     - "quién (es|era|fue) (el primo|la prima) (de|del) {person}"
//+     - "cómo se llama (el primo|la prima) (de|del) {person}"
//+     - "quiénes (son|eran|fueron) (los primos|las primas|los primos y primas|los primos hermanos) (de|del) {person}"
//+     - "cómo se llaman (los primos|las primas|los primos y primas|los primos hermanos) (de|del) {person}"
//+     - "(dime|enumera|muestra) (los primos|las primas|los primos y primas|los primos hermanos) (de|del) {person}"
//+     - "qué (primos|primas|primos y primas|primos hermanos) (tiene|tuvo) {person}"
//+     - "(tiene|tuvo) {person} (primos|primas|primos y primas|primos hermanos)"
//+     - "(tiene|tuvo) (primos|primas|primos y primas|primos hermanos) {person}"
//+     - "[el|la] (primo|prima) (de|del) {person}"
//+     - "[los|las] (primos|primas|primos y primas|primos hermanos) (de|del) {person}"
//+     - "de (quién|quiénes) es (primo|prima) {person}"
//+ examples: [{person: person/ruben-oseguera-gonzalez}]
//+ parameters:
//+   person: {type: Person, required: true}
//+ columns: {cousin: Person, statuses: "text[]", inferred: boolean, accused: boolean}
//+ order: [cousin]
MATCH (p:Entity {id: $person})<-[r:COUSIN_OF]-(x:Entity)
WHERE x.id <> $person
MATCH (x)-[q]-(p)
WHERE q.degree = r.degree AND q.kinship = r.kinship
WITH x, collect(q) AS ties
UNWIND ties AS tie
RETURN x.id AS cousin_id, x.name AS cousin, tie.statuses AS statuses,
       all(t IN ties WHERE t.inferred) AS inferred,
       x:Accused AS accused,
       tie.claims AS claims
