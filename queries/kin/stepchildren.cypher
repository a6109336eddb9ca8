//+ title: {en: Step-children of a person, es: Hijastros de una persona}
//+ about:
//+   en: "Step-sons and step-daughters alike, as sources record them: a marriage alone makes none here, for it may have ended before. inferred: no source says so, a rule does; accused: whether the graph records any accusation, custody or sanction."
//+   es: "Hijastros e hijastras por igual, como los registran las fuentes: aquí un matrimonio por sí solo no los crea, pues pudo terminar antes. inferred: ninguna fuente lo dice, lo concluye una regla; accused: si el grafo registra alguna acusación, custodia o sanción."
//+ answer: {en: "Step-children of {person}: {n}.", es: "Hijastros e hijastras de {person}: {n}."}
//+ ask:
//+   en:
//+     - "who (is|was) [the|a] (stepson|step-son|stepdaughter|step-daughter|stepchild) of {person}"
//+     - "who (is|was) {person}'s (stepson|step-son|stepdaughter|step-daughter|stepchild)"
//+     - "what is the name of {person}'s (stepson|step-son|stepdaughter|step-daughter|stepchild)"
//+     - "(does|did) {person} have a (stepson|step-son|stepdaughter|step-daughter|stepchild)"
//+     - "who (are|were) [the] (stepchildren|step-children|stepsons|stepdaughters) of {person}"
//+     - "who (are|were) {person}'s (stepchildren|step-children|stepsons|stepdaughters)"
//+     - "(list|name|show me|give me) the (stepchildren|step-children|stepsons|stepdaughters) of {person}"
//+     - "(list|name|show me|give me) {person}'s (stepchildren|step-children|stepsons|stepdaughters)"
//+     - "what are the names of {person}'s (stepchildren|step-children|stepsons|stepdaughters)"
//+     - "what are the names of the (stepchildren|step-children|stepsons|stepdaughters) of {person}"
//+     - "which (stepchildren|step-children|stepsons|stepdaughters) (does|did) {person} have"
//+     - "(does|did) {person} have [any] (stepchildren|step-children|stepsons|stepdaughters)"
//+     - "[the] (stepchildren|step-children|stepsons|stepdaughters|stepson|step-son|stepdaughter|step-daughter|stepchild) of {person}"
//+     - "{person}'s (stepchildren|step-children|stepsons|stepdaughters|stepson|step-son|stepdaughter|step-daughter|stepchild)"
//+     - "whose (stepfather|stepmother) (is|was) {person}"
//+   es:
//+     - "quién (es|era|fue) (el hijastro|la hijastra) (de|del) {person}"
//+     - "cómo se llama (el hijastro|la hijastra) (de|del) {person}"
//+     - "quiénes (son|eran|fueron) (los hijastros|las hijastras|los hijastros e hijastras) (de|del) {person}"
//+     - "cómo se llaman (los hijastros|las hijastras|los hijastros e hijastras) (de|del) {person}"
//+     - "(dime|enumera|muestra) (los hijastros|las hijastras|los hijastros e hijastras) (de|del) {person}"
//+     - "qué (hijastros|hijastras|hijastros e hijastras) (tiene|tuvo) {person}"
//+     - "(tiene|tuvo) {person} (hijastros|hijastras|hijastros e hijastras)"
//+     - "(tiene|tuvo) (hijastros|hijastras|hijastros e hijastras) {person}"
//+     - "[el|la] (hijastro|hijastra) (de|del) {person}"
//+     - "[los|las] (hijastros|hijastras|hijastros e hijastras) (de|del) {person}"
//+     - "de (quién|quiénes) es (padrastro|madrastra) {person}"
//+ examples: [{person: person/nemesio-oseguera-cervantes}]
//+ parameters:
//+   person: {type: Person, required: true}
//+ columns: {stepchild: Person, statuses: "text[]", inferred: boolean, accused: boolean}
//+ order: [stepchild]
MATCH (p:Entity {id: $person})<-[r:STEP_CHILD_OF]-(x:Entity)
WHERE x.id <> $person
MATCH (x)-[q]-(p)
WHERE q.degree = r.degree AND q.kinship = r.kinship
WITH x, collect(q) AS ties
UNWIND ties AS tie
RETURN x.id AS stepchild_id, x.name AS stepchild, tie.statuses AS statuses,
       all(t IN ties WHERE t.inferred) AS inferred,
       x:Accused AS accused,
       tie.claims AS claims
