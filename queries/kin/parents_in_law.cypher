//+ title: {en: Parents-in-law of a person, es: Suegros de una persona}
//+ about:
//+   en: "Parents of the spouse, fathers- and mothers-in-law alike. inferred: no source says so, a rule does; accused: whether the graph records any accusation, custody or sanction."
//+   es: "Padres del cónyuge, suegros y suegras por igual. inferred: ninguna fuente lo dice, lo concluye una regla; accused: si el grafo registra alguna acusación, custodia o sanción."
//+ answer: {en: "Parents-in-law of {person}: {n}.", es: "Suegros y suegras de {person}: {n}."}
//+ ask:
//+   en:
//+     - "who (is|was) [the|a] (father-in-law|mother-in-law|parent-in-law) of {person}"
//+     - "who (is|was) {person}'s (father-in-law|mother-in-law|parent-in-law)"
//+     - "what is the name of {person}'s (father-in-law|mother-in-law|parent-in-law)"
//+     - "(does|did) {person} have a (father-in-law|mother-in-law|parent-in-law)"
//+     - "who (are|were) [the] (parents-in-law|fathers-in-law|mothers-in-law) of {person}"
//+     - "who (are|were) {person}'s (parents-in-law|fathers-in-law|mothers-in-law)"
//+     - "(list|name|show me|give me) the (parents-in-law|fathers-in-law|mothers-in-law) of {person}"
//+     - "(list|name|show me|give me) {person}'s (parents-in-law|fathers-in-law|mothers-in-law)"
//+     - "what are the names of {person}'s (parents-in-law|fathers-in-law|mothers-in-law)"
//+     - "what are the names of the (parents-in-law|fathers-in-law|mothers-in-law) of {person}"
//+     - "which (parents-in-law|fathers-in-law|mothers-in-law) (does|did) {person} have"
//+     - "(does|did) {person} have [any] (parents-in-law|fathers-in-law|mothers-in-law)"
//+     - "[the] (parents-in-law|fathers-in-law|mothers-in-law|father-in-law|mother-in-law|parent-in-law) of {person}"
//+     - "{person}'s (parents-in-law|fathers-in-law|mothers-in-law|father-in-law|mother-in-law|parent-in-law)"
//+     - "whose (son-in-law|daughter-in-law) (is|was) {person}"
//+   es:
//+     - "quién (es|era|fue) (el suegro|la suegra) (de|del) {person}"
//+     - "cómo se llama (el suegro|la suegra) (de|del) {person}"
//+     - "quiénes (son|eran|fueron) (los suegros|las suegras) (de|del) {person}"
//+     - "cómo se llaman (los suegros|las suegras) (de|del) {person}"
//+     - "(dime|enumera|muestra) (los suegros|las suegras) (de|del) {person}"
//+     - "qué (suegros|suegras) (tiene|tuvo) {person}"
//+     - "(tiene|tuvo) {person} (suegros|suegras)"
//+     - "(tiene|tuvo) (suegros|suegras) {person}"
//+     - "[el|la] (suegro|suegra) (de|del) {person}"
//+     - "[los|las] (suegros|suegras) (de|del) {person}"
//+     - "de (quién|quiénes) es (yerno|nuera) {person}"
//+ examples: [{person: person/juan-carlos-felix-gastelum}, {person: person/rosalinda-gonzalez-valencia}]
//+ parameters:
//+   person: {type: Person, required: true}
//+ columns: {parent_in_law: Person, statuses: "text[]", inferred: boolean, accused: boolean}
//+ order: [parent_in_law]
MATCH (p:Entity {id: $person})<-[r:PARENT_IN_LAW_OF]-(x:Entity)
WHERE x.id <> $person
MATCH (x)-[q]-(p)
WHERE q.degree = r.degree AND q.kinship = r.kinship
WITH x, collect(q) AS ties
UNWIND ties AS tie
RETURN x.id AS parent_in_law_id, x.name AS parent_in_law, tie.statuses AS statuses,
       all(t IN ties WHERE t.inferred) AS inferred,
       x:Accused AS accused,
       tie.claims AS claims
