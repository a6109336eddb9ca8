//+ title: {en: Step-parents of a person, es: Padrastros y madrastras de una persona}
//+ about:
//+   en: "Step-fathers and step-mothers as sources record them: a marriage alone makes none here, for it may have ended before. inferred: no source says so, a rule does; accused: whether the graph records any accusation, custody or sanction."
//+   es: "Padrastros y madrastras como los registran las fuentes: aquí un matrimonio por sí solo no los crea, pues pudo terminar antes. inferred: ninguna fuente lo dice, lo concluye una regla; accused: si el grafo registra alguna acusación, custodia o sanción."
//+ answer: {en: "Step-parents of {person}: {n}.", es: "Padrastros y madrastras de {person}: {n}."}
//+ ask:
//+   en:
//+     - "who (is|was) [the|a] (stepfather|step-father|stepmother|step-mother) of {person}"
//+     - "who (is|was) {person}'s (stepfather|step-father|stepmother|step-mother)"
//+     - "what is the name of {person}'s (stepfather|step-father|stepmother|step-mother)"
//+     - "(does|did) {person} have a (stepfather|step-father|stepmother|step-mother)"
//+     - "who (are|were) [the] (stepparents|step-parents) of {person}"
//+     - "who (are|were) {person}'s (stepparents|step-parents)"
//+     - "(list|name|show me|give me) the (stepparents|step-parents) of {person}"
//+     - "(list|name|show me|give me) {person}'s (stepparents|step-parents)"
//+     - "what are the names of {person}'s (stepparents|step-parents)"
//+     - "what are the names of the (stepparents|step-parents) of {person}"
//+     - "which (stepparents|step-parents) (does|did) {person} have"
//+     - "(does|did) {person} have [any] (stepparents|step-parents)"
//+     - "[the] (stepparents|step-parents|stepfather|step-father|stepmother|step-mother) of {person}"
//+     - "{person}'s (stepparents|step-parents|stepfather|step-father|stepmother|step-mother)"
//+     - "whose (stepson|stepdaughter|stepchild) (is|was) {person}"
//+   es:
//+     - "quién (es|era|fue) (el padrastro|la madrastra) (de|del) {person}"
//+     - "cómo se llama (el padrastro|la madrastra) (de|del) {person}"
//+     - "quiénes (son|eran|fueron) (los padrastros|las madrastras) (de|del) {person}"
//+     - "cómo se llaman (los padrastros|las madrastras) (de|del) {person}"
//+     - "(dime|enumera|muestra) (los padrastros|las madrastras) (de|del) {person}"
//+     - "qué (padrastros|madrastras) (tiene|tuvo) {person}"
//+     - "(tiene|tuvo) {person} (padrastros|madrastras)"
//+     - "(tiene|tuvo) (padrastros|madrastras) {person}"
//+     - "[el|la] (padrastro|madrastra) (de|del) {person}"
//+     - "[los|las] (padrastros|madrastras) (de|del) {person}"
//+     - "de (quién|quiénes) es (hijastro|hijastra) {person}"
//+ examples: [{person: person/juan-carlos-valencia-gonzalez}]
//+ parameters:
//+   person: {type: Person, required: true}
//+ columns: {stepparent: Person, statuses: "text[]", inferred: boolean, accused: boolean}
//+ order: [stepparent]
MATCH (p:Entity {id: $person})<-[r:STEP_PARENT_OF]-(x:Entity)
WHERE x.id <> $person
MATCH (x)-[q]-(p)
WHERE q.degree = r.degree AND q.kinship = r.kinship
WITH x, collect(q) AS ties
UNWIND ties AS tie
RETURN x.id AS stepparent_id, x.name AS stepparent, tie.statuses AS statuses,
       all(t IN ties WHERE t.inferred) AS inferred,
       x:Accused AS accused,
       tie.claims AS claims
