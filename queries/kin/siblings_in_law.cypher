//+ title: {en: Brothers- and sisters-in-law of a person, es: Cuñados y cuñadas de una persona}
//+ about:
//+   en: "Siblings of the spouse and spouses of the siblings, brothers- and sisters-in-law alike. inferred: no source says so, a rule does; accused: whether the graph records any accusation, custody or sanction."
//+   es: "Hermanos del cónyuge y cónyuges de los hermanos, cuñados y cuñadas por igual. inferred: ninguna fuente lo dice, lo concluye una regla; accused: si el grafo registra alguna acusación, custodia o sanción."
//+ answer: {en: "Brothers- and sisters-in-law of {person}: {n}.", es: "Cuñados y cuñadas de {person}: {n}."}
//+ ask:
//+   en:
//+     - "who (is|was) [the|a] (brother-in-law|sister-in-law|sibling-in-law) of {person}"
//+     - "who (is|was) {person}'s (brother-in-law|sister-in-law|sibling-in-law)"
//+     - "what is the name of {person}'s (brother-in-law|sister-in-law|sibling-in-law)"
//+     - "(does|did) {person} have a (brother-in-law|sister-in-law|sibling-in-law)"
//+     - "who (are|were) [the] (brothers-in-law|sisters-in-law|siblings-in-law|brothers- and sisters-in-law|brothers-in-law and sisters-in-law) of {person}"
//+     - "who (are|were) {person}'s (brothers-in-law|sisters-in-law|siblings-in-law|brothers- and sisters-in-law|brothers-in-law and sisters-in-law)"
//+     - "(list|name|show me|give me) the (brothers-in-law|sisters-in-law|siblings-in-law|brothers- and sisters-in-law|brothers-in-law and sisters-in-law) of {person}"
//+     - "(list|name|show me|give me) {person}'s (brothers-in-law|sisters-in-law|siblings-in-law|brothers- and sisters-in-law|brothers-in-law and sisters-in-law)"
//+     - "what are the names of {person}'s (brothers-in-law|sisters-in-law|siblings-in-law|brothers- and sisters-in-law|brothers-in-law and sisters-in-law)"
//+     - "what are the names of the (brothers-in-law|sisters-in-law|siblings-in-law|brothers- and sisters-in-law|brothers-in-law and sisters-in-law) of {person}"
//+     - "which (brothers-in-law|sisters-in-law|siblings-in-law|brothers- and sisters-in-law|brothers-in-law and sisters-in-law) (does|did) {person} have"
//+     - "(does|did) {person} have [any] (brothers-in-law|sisters-in-law|siblings-in-law|brothers- and sisters-in-law|brothers-in-law and sisters-in-law)"
//+     - "[the] (brothers-in-law|sisters-in-law|siblings-in-law|brothers- and sisters-in-law|brothers-in-law and sisters-in-law|brother-in-law|sister-in-law|sibling-in-law) of {person}"
//+     - "{person}'s (brothers-in-law|sisters-in-law|siblings-in-law|brothers- and sisters-in-law|brothers-in-law and sisters-in-law|brother-in-law|sister-in-law|sibling-in-law)"
//+     - "whose (brother-in-law|sister-in-law) (is|was) {person}"
//+   es:
//+     - "quién (es|era|fue) (el cuñado|la cuñada) (de|del) {person}"
//+     - "cómo se llama (el cuñado|la cuñada) (de|del) {person}"
//+     - "quiénes (son|eran|fueron) (los cuñados|las cuñadas|los cuñados y cuñadas|los cuñados y las cuñadas) (de|del) {person}"
//+     - "cómo se llaman (los cuñados|las cuñadas|los cuñados y cuñadas|los cuñados y las cuñadas) (de|del) {person}"
//+     - "(dime|enumera|muestra) (los cuñados|las cuñadas|los cuñados y cuñadas|los cuñados y las cuñadas) (de|del) {person}"
//+     - "qué (cuñados|cuñadas|cuñados y cuñadas) (tiene|tuvo) {person}"
//+     - "(tiene|tuvo) {person} (cuñados|cuñadas|cuñados y cuñadas)"
//+     - "(tiene|tuvo) (cuñados|cuñadas|cuñados y cuñadas) {person}"
//+     - "[el|la] (cuñado|cuñada) (de|del) {person}"
//+     - "[los|las] (cuñados|cuñadas|cuñados y cuñadas) (de|del) {person}"
//+     - "de (quién|quiénes) es (cuñado|cuñada) {person}"
//+ examples: [{person: person/nemesio-oseguera-cervantes}, {person: person/abigael-gonzalez-valencia}]
//+ parameters:
//+   person: {type: Person, required: true}
//+ columns: {sibling_in_law: Person, statuses: "text[]", inferred: boolean, accused: boolean}
//+ order: [sibling_in_law]
MATCH (p:Entity {id: $person})<-[r:SIBLING_IN_LAW_OF]-(x:Entity)
WHERE x.id <> $person
MATCH (x)-[q]-(p)
WHERE q.degree = r.degree AND q.kinship = r.kinship
WITH x, collect(q) AS ties
UNWIND ties AS tie
RETURN x.id AS sibling_in_law_id, x.name AS sibling_in_law, tie.statuses AS statuses,
       all(t IN ties WHERE t.inferred) AS inferred,
       x:Accused AS accused,
       tie.claims AS claims
