//+ title: {en: Children of a person, es: Hijos de una persona}
//+ about:
//+   en: "Sons and daughters alike, since sources seldom say which; step-children apart. inferred: no source says so, a rule does; accused: whether the graph records any accusation, custody or sanction."
//+   es: "Hijos e hijas por igual, pues las fuentes rara vez distinguen; los hijastros van aparte. inferred: ninguna fuente lo dice, lo concluye una regla; accused: si el grafo registra alguna acusación, custodia o sanción."
//+ answer: {en: "Children of {person}, sons and daughters alike: {n}.", es: "Hijos e hijas de {person}: {n}."}
//+ ask:
//+   en:
//+     - "who (is|was) [the|a] (child|son|daughter) of {person}"
//+     - "who (is|was) {person}'s (child|son|daughter)"
//+     - "what is the name of {person}'s (child|son|daughter)"
//+     - "(does|did) {person} have a (child|son|daughter)"
//+     - "who (are|were) [the] (children|sons and daughters|sons|daughters|kids) of {person}"
//+     - "who (are|were) {person}'s (children|sons and daughters|sons|daughters|kids)"
//+     - "(list|name|show me|give me) the (children|sons and daughters|sons|daughters|kids) of {person}"
//+     - "(list|name|show me|give me) {person}'s (children|sons and daughters|sons|daughters|kids)"
//+     - "what are the names of {person}'s (children|sons and daughters|sons|daughters|kids)"
//+     - "what are the names of the (children|sons and daughters|sons|daughters|kids) of {person}"
//+     - "which (children|sons and daughters|sons|daughters|kids) (does|did) {person} have"
//+     - "(does|did) {person} have [any] (children|sons and daughters|sons|daughters|kids)"
//+     - "[the] (children|sons and daughters|sons|daughters|kids|child|son|daughter) of {person}"
//+     - "{person}'s (children|sons and daughters|sons|daughters|kids|child|son|daughter)"
//+     - "who (is|was) {person} the (father|mother|parent) of"
//+     - "whose (father|mother|parent) (is|was) {person}"
//+   es:
//+     - "quién (es|era|fue) (el hijo|la hija) (de|del) {person}"
//+     - "cómo se llama (el hijo|la hija) (de|del) {person}"
//+     - "quiénes (son|eran|fueron) (los hijos|las hijas|los hijos e hijas|los hijos y las hijas) (de|del) {person}"
//+     - "cómo se llaman (los hijos|las hijas|los hijos e hijas|los hijos y las hijas) (de|del) {person}"
//+     - "(dime|enumera|muestra) (los hijos|las hijas|los hijos e hijas|los hijos y las hijas) (de|del) {person}"
//+     - "qué (hijos|hijas|hijos e hijas) (tiene|tuvo) {person}"
//+     - "(tiene|tuvo) {person} (hijos|hijas|hijos e hijas)"
//+     - "(tiene|tuvo) (hijos|hijas|hijos e hijas) {person}"
//+     - "[el|la] (hijo|hija) (de|del) {person}"
//+     - "[los|las] (hijos|hijas|hijos e hijas) (de|del) {person}"
//+     - "de (quién|quiénes) (es|era) (padre|madre) {person}"
//+ examples: [{person: person/joaquin-guzman-loera}, {person: person/nemesio-oseguera-cervantes}]
//+ parameters:
//+   person: {type: Person, required: true}
//+ columns: {child: Person, statuses: "text[]", inferred: boolean, accused: boolean}
//+ order: [child]
MATCH (p:Entity {id: $person})<-[r:CHILD_OF]-(x:Entity)
WHERE x.id <> $person
MATCH (x)-[q]-(p)
WHERE q.degree = r.degree AND q.kinship = r.kinship
WITH x, collect(q) AS ties
UNWIND ties AS tie
RETURN x.id AS child_id, x.name AS child, tie.statuses AS statuses,
       all(t IN ties WHERE t.inferred) AS inferred,
       x:Accused AS accused,
       tie.claims AS claims
