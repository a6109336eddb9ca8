//+ title: {en: Grandparents of a person, es: Abuelos de una persona}
//+ about:
//+   en: "Parents of the parents, grandfathers and grandmothers alike. inferred: no source says so, a rule does; accused: whether the graph records any accusation, custody or sanction."
//+   es: "Padres de los padres, abuelos y abuelas por igual. inferred: ninguna fuente lo dice, lo concluye una regla; accused: si el grafo registra alguna acusación, custodia o sanción."
//+ answer: {en: "Grandparents of {person}: {n}.", es: "Abuelos y abuelas de {person}: {n}."}
//+ ask:
//+   en:
//+     - "who (is|was) [the|a] (grandparent|grandfather|grandmother) of {person}"
//+     - "who (is|was) {person}'s (grandparent|grandfather|grandmother)"
//+     - "what is the name of {person}'s (grandparent|grandfather|grandmother)"
//+     - "(does|did) {person} have a (grandparent|grandfather|grandmother)"
//+     - "who (are|were) [the] (grandparents|grandfathers|grandmothers) of {person}"
//+     - "who (are|were) {person}'s (grandparents|grandfathers|grandmothers)"
//+     - "(list|name|show me|give me) the (grandparents|grandfathers|grandmothers) of {person}"
//+     - "(list|name|show me|give me) {person}'s (grandparents|grandfathers|grandmothers)"
//+     - "what are the names of {person}'s (grandparents|grandfathers|grandmothers)"
//+     - "what are the names of the (grandparents|grandfathers|grandmothers) of {person}"
//+     - "which (grandparents|grandfathers|grandmothers) (does|did) {person} have"
//+     - "(does|did) {person} have [any] (grandparents|grandfathers|grandmothers)"
//+     - "[the] (grandparents|grandfathers|grandmothers|grandparent|grandfather|grandmother) of {person}"
//+     - "{person}'s (grandparents|grandfathers|grandmothers|grandparent|grandfather|grandmother)"
//+     - "whose (grandchild|grandson|granddaughter) (is|was) {person}"
//+   es:
//+     - "quién (es|era|fue) (el abuelo|la abuela) (de|del) {person}"
//+     - "cómo se llama (el abuelo|la abuela) (de|del) {person}"
//+     - "quiénes (son|eran|fueron) (los abuelos|las abuelas|los abuelos y abuelas) (de|del) {person}"
//+     - "cómo se llaman (los abuelos|las abuelas|los abuelos y abuelas) (de|del) {person}"
//+     - "(dime|enumera|muestra) (los abuelos|las abuelas|los abuelos y abuelas) (de|del) {person}"
//+     - "qué (abuelos|abuelas|abuelos y abuelas) (tiene|tuvo) {person}"
//+     - "(tiene|tuvo) {person} (abuelos|abuelas|abuelos y abuelas)"
//+     - "(tiene|tuvo) (abuelos|abuelas|abuelos y abuelas) {person}"
//+     - "[el|la] (abuelo|abuela) (de|del) {person}"
//+     - "[los|las] (abuelos|abuelas|abuelos y abuelas) (de|del) {person}"
//+     - "de (quién|quiénes) es (nieto|nieta) {person}"
//+ examples: [{person: person/ruben-oseguera-gonzalez}]
//+ parameters:
//+   person: {type: Person, required: true}
//+ columns: {grandparent: Person, statuses: "text[]", inferred: boolean, accused: boolean}
//+ order: [grandparent]
MATCH (p:Entity {id: $person})<-[r:GRANDPARENT_OF]-(x:Entity)
WHERE x.id <> $person
MATCH (x)-[q]-(p)
WHERE q.degree = r.degree AND q.kinship = r.kinship
WITH x, collect(q) AS ties
UNWIND ties AS tie
RETURN x.id AS grandparent_id, x.name AS grandparent, tie.statuses AS statuses,
       all(t IN ties WHERE t.inferred) AS inferred,
       x:Accused AS accused,
       tie.claims AS claims
