//+ title: {en: Nephews and nieces of a person, es: Sobrinos y sobrinas de una persona}
//+ about:
//+   en: "Children of the siblings, nephews and nieces alike. inferred: no source says so, a rule does; accused: whether the graph records any accusation, custody or sanction."
//+   es: "Hijos e hijas de los hermanos, sobrinos y sobrinas por igual. inferred: ninguna fuente lo dice, lo concluye una regla; accused: si el grafo registra alguna acusación, custodia o sanción."
//+ answer: {en: "Nephews and nieces of {person}: {n}.", es: "Sobrinos y sobrinas de {person}: {n}."}
//+ ask:
//+   en:
//+     - "who (is|was) [the|a] (nephew|niece) of {person}"
//+     - "who (is|was) {person}'s (nephew|niece)"
//+     - "what is the name of {person}'s (nephew|niece)"
//+     - "(does|did) {person} have a (nephew|niece)"
//+     - "who (are|were) [the] (nephews and nieces|nieces and nephews|nephews|nieces) of {person}"
//+     - "who (are|were) {person}'s (nephews and nieces|nieces and nephews|nephews|nieces)"
//+     - "(list|name|show me|give me) the (nephews and nieces|nieces and nephews|nephews|nieces) of {person}"
//+     - "(list|name|show me|give me) {person}'s (nephews and nieces|nieces and nephews|nephews|nieces)"
//+     - "what are the names of {person}'s (nephews and nieces|nieces and nephews|nephews|nieces)"
//+     - "what are the names of the (nephews and nieces|nieces and nephews|nephews|nieces) of {person}"
//+     - "which (nephews and nieces|nieces and nephews|nephews|nieces) (does|did) {person} have"
//+     - "(does|did) {person} have [any] (nephews and nieces|nieces and nephews|nephews|nieces)"
//+     - "[the] (nephews and nieces|nieces and nephews|nephews|nieces|nephew|niece) of {person}"
//+     - "{person}'s (nephews and nieces|nieces and nephews|nephews|nieces|nephew|niece)"
//+     - "whose (uncle|aunt) (is|was) {person}"
//+   es:
//+     - "quién (es|era|fue) (el sobrino|la sobrina) (de|del) {person}"
//+     - "cómo se llama (el sobrino|la sobrina) (de|del) {person}"
//+     - "quiénes (son|eran|fueron) (los sobrinos|las sobrinas|los sobrinos y sobrinas|los sobrinos y las sobrinas) (de|del) {person}"
//+     - "cómo se llaman (los sobrinos|las sobrinas|los sobrinos y sobrinas|los sobrinos y las sobrinas) (de|del) {person}"
//+     - "(dime|enumera|muestra) (los sobrinos|las sobrinas|los sobrinos y sobrinas|los sobrinos y las sobrinas) (de|del) {person}"
//+     - "qué (sobrinos|sobrinas|sobrinos y sobrinas) (tiene|tuvo) {person}"
//+     - "(tiene|tuvo) {person} (sobrinos|sobrinas|sobrinos y sobrinas)"
//+     - "(tiene|tuvo) (sobrinos|sobrinas|sobrinos y sobrinas) {person}"
//+     - "[el|la] (sobrino|sobrina) (de|del) {person}"
//+     - "[los|las] (sobrinos|sobrinas|sobrinos y sobrinas) (de|del) {person}"
//+     - "de (quién|quiénes) es (tío|tía) {person}"
//+ examples: [{person: person/abigael-gonzalez-valencia}, {person: person/jesus-ricardo-patron-sanchez}]
//+ parameters:
//+   person: {type: Person, required: true}
//+ columns: {nephew_or_niece: Person, statuses: "text[]", inferred: boolean, accused: boolean}
//+ order: [nephew_or_niece]
MATCH (p:Entity {id: $person})<-[r:NEPHEW_OR_NIECE_OF]-(x:Entity)
WHERE x.id <> $person
MATCH (x)-[q]-(p)
WHERE q.degree = r.degree AND q.kinship = r.kinship
WITH x, collect(q) AS ties
UNWIND ties AS tie
RETURN x.id AS nephew_or_niece_id, x.name AS nephew_or_niece, tie.statuses AS statuses,
       all(t IN ties WHERE t.inferred) AS inferred,
       x:Accused AS accused,
       tie.claims AS claims
