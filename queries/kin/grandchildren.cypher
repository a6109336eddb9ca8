//+ title: {en: Grandchildren of a person, es: Nietos de una persona}
//+ about:
//+   en: "Children of the children, grandsons and granddaughters alike. inferred: no source says so, a rule does; accused: whether the graph records any accusation, custody or sanction."
//+   es: "Hijos de los hijos, nietos y nietas por igual. inferred: ninguna fuente lo dice, lo concluye una regla; accused: si el grafo registra alguna acusación, custodia o sanción."
//+ answer: {en: "Grandchildren of {person}: {n}.", es: "Nietos y nietas de {person}: {n}."}
//+ ask:
//+   en:
//+     - "who (is|was) [the|a] (grandchild|grandson|granddaughter) of {person}"
//+     - "who (is|was) {person}'s (grandchild|grandson|granddaughter)"
//+     - "what is the name of {person}'s (grandchild|grandson|granddaughter)"
//+     - "(does|did) {person} have a (grandchild|grandson|granddaughter)"
//+     - "who (are|were) [the] (grandchildren|grandsons|granddaughters) of {person}"
//+     - "who (are|were) {person}'s (grandchildren|grandsons|granddaughters)"
//+     - "(list|name|show me|give me) the (grandchildren|grandsons|granddaughters) of {person}"
//+     - "(list|name|show me|give me) {person}'s (grandchildren|grandsons|granddaughters)"
//+     - "what are the names of {person}'s (grandchildren|grandsons|granddaughters)"
//+     - "what are the names of the (grandchildren|grandsons|granddaughters) of {person}"
//+     - "which (grandchildren|grandsons|granddaughters) (does|did) {person} have"
//+     - "(does|did) {person} have [any] (grandchildren|grandsons|granddaughters)"
//+     - "[the] (grandchildren|grandsons|granddaughters|grandchild|grandson|granddaughter) of {person}"
//+     - "{person}'s (grandchildren|grandsons|granddaughters|grandchild|grandson|granddaughter)"
//+     - "whose (grandparent|grandfather|grandmother) (is|was) {person}"
//+   es:
//+     - "quién (es|era|fue) (el nieto|la nieta) (de|del) {person}"
//+     - "cómo se llama (el nieto|la nieta) (de|del) {person}"
//+     - "quiénes (son|eran|fueron) (los nietos|las nietas|los nietos y nietas|los nietos y las nietas) (de|del) {person}"
//+     - "cómo se llaman (los nietos|las nietas|los nietos y nietas|los nietos y las nietas) (de|del) {person}"
//+     - "(dime|enumera|muestra) (los nietos|las nietas|los nietos y nietas|los nietos y las nietas) (de|del) {person}"
//+     - "qué (nietos|nietas|nietos y nietas) (tiene|tuvo) {person}"
//+     - "(tiene|tuvo) {person} (nietos|nietas|nietos y nietas)"
//+     - "(tiene|tuvo) (nietos|nietas|nietos y nietas) {person}"
//+     - "[el|la] (nieto|nieta) (de|del) {person}"
//+     - "[los|las] (nietos|nietas|nietos y nietas) (de|del) {person}"
//+     - "de (quién|quiénes) es (abuelo|abuela) {person}"
//+ examples: [{person: person/miguel-oseguera}]
//+ parameters:
//+   person: {type: Person, required: true}
//+ columns: {grandchild: Person, statuses: "text[]", inferred: boolean, accused: boolean}
//+ order: [grandchild]
MATCH (p:Entity {id: $person})<-[r:GRANDCHILD_OF]-(x:Entity)
WHERE x.id <> $person
MATCH (x)-[q]-(p)
WHERE q.degree = r.degree AND q.kinship = r.kinship
WITH x, collect(q) AS ties
UNWIND ties AS tie
RETURN x.id AS grandchild_id, x.name AS grandchild, tie.statuses AS statuses,
       all(t IN ties WHERE t.inferred) AS inferred,
       x:Accused AS accused,
       tie.claims AS claims
