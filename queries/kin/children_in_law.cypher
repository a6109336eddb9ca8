//+ title: {en: Sons- and daughters-in-law of a person, es: Yernos y nueras de una persona}
//+ about:
//+   en: "Spouses of the children, sons- and daughters-in-law alike. inferred: no source says so, a rule does; accused: whether the graph records any accusation, custody or sanction."
//+   es: "Cónyuges de los hijos, yernos y nueras por igual. inferred: ninguna fuente lo dice, lo concluye una regla; accused: si el grafo registra alguna acusación, custodia o sanción."
//+ answer: {en: "Sons- and daughters-in-law of {person}: {n}.", es: "Yernos y nueras de {person}: {n}."}
//+ ask:
//+   en:
//+     - "who (is|was) [the|a] (son-in-law|daughter-in-law) of {person}"
//+     - "who (is|was) {person}'s (son-in-law|daughter-in-law)"
//+     - "what is the name of {person}'s (son-in-law|daughter-in-law)"
//+     - "(does|did) {person} have a (son-in-law|daughter-in-law)"
//+     - "who (are|were) [the] (sons-in-law|daughters-in-law|children-in-law|sons- and daughters-in-law) of {person}"
//+     - "who (are|were) {person}'s (sons-in-law|daughters-in-law|children-in-law|sons- and daughters-in-law)"
//+     - "(list|name|show me|give me) the (sons-in-law|daughters-in-law|children-in-law|sons- and daughters-in-law) of {person}"
//+     - "(list|name|show me|give me) {person}'s (sons-in-law|daughters-in-law|children-in-law|sons- and daughters-in-law)"
//+     - "what are the names of {person}'s (sons-in-law|daughters-in-law|children-in-law|sons- and daughters-in-law)"
//+     - "what are the names of the (sons-in-law|daughters-in-law|children-in-law|sons- and daughters-in-law) of {person}"
//+     - "which (sons-in-law|daughters-in-law|children-in-law|sons- and daughters-in-law) (does|did) {person} have"
//+     - "(does|did) {person} have [any] (sons-in-law|daughters-in-law|children-in-law|sons- and daughters-in-law)"
//+     - "[the] (sons-in-law|daughters-in-law|children-in-law|sons- and daughters-in-law|son-in-law|daughter-in-law) of {person}"
//+     - "{person}'s (sons-in-law|daughters-in-law|children-in-law|sons- and daughters-in-law|son-in-law|daughter-in-law)"
//+     - "whose (father-in-law|mother-in-law) (is|was) {person}"
//+   es:
//+     - "quién (es|era|fue) (el yerno|la nuera) (de|del) {person}"
//+     - "cómo se llama (el yerno|la nuera) (de|del) {person}"
//+     - "quiénes (son|eran|fueron) (los yernos|las nueras|los yernos y nueras|los yernos y las nueras) (de|del) {person}"
//+     - "cómo se llaman (los yernos|las nueras|los yernos y nueras|los yernos y las nueras) (de|del) {person}"
//+     - "(dime|enumera|muestra) (los yernos|las nueras|los yernos y nueras|los yernos y las nueras) (de|del) {person}"
//+     - "qué (yernos|nueras|yernos y nueras) (tiene|tuvo) {person}"
//+     - "(tiene|tuvo) {person} (yernos|nueras|yernos y nueras)"
//+     - "(tiene|tuvo) (yernos|nueras|yernos y nueras) {person}"
//+     - "[el|la] (yerno|nuera) (de|del) {person}"
//+     - "[los|las] (yernos|nueras|yernos y nueras) (de|del) {person}"
//+     - "de (quién|quiénes) es (suegro|suegra) {person}"
//+ examples: [{person: person/ismael-zambada-garcia}]
//+ parameters:
//+   person: {type: Person, required: true}
//+ columns: {child_in_law: Person, statuses: "text[]", inferred: boolean, accused: boolean}
//+ order: [child_in_law]
MATCH (p:Entity {id: $person})<-[r:CHILD_IN_LAW_OF]-(x:Entity)
WHERE x.id <> $person
MATCH (x)-[q]-(p)
WHERE q.degree = r.degree AND q.kinship = r.kinship
WITH x, collect(q) AS ties
UNWIND ties AS tie
RETURN x.id AS child_in_law_id, x.name AS child_in_law, tie.statuses AS statuses,
       all(t IN ties WHERE t.inferred) AS inferred,
       x:Accused AS accused,
       tie.claims AS claims
