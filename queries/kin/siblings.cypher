//+ title: {en: Brothers and sisters of a person, es: Hermanos y hermanas de una persona}
//+ about:
//+   en: "Full siblings and half-siblings, brothers and sisters alike; the relation says which are half-siblings. inferred: no source says so, a rule does; accused: whether the graph records any accusation, custody or sanction."
//+   es: "Hermanos y medios hermanos, hombres y mujeres por igual; la relación dice quiénes son medios hermanos. inferred: ninguna fuente lo dice, lo concluye una regla; accused: si el grafo registra alguna acusación, custodia o sanción."
//+ answer: {en: "Brothers and sisters of {person}: {n}.", es: "Hermanos y hermanas de {person}: {n}."}
//+ ask:
//+   en:
//+     - "who (is|was) [the|a] (sibling|brother|sister) of {person}"
//+     - "who (is|was) {person}'s (sibling|brother|sister)"
//+     - "what is the name of {person}'s (sibling|brother|sister)"
//+     - "(does|did) {person} have a (sibling|brother|sister)"
//+     - "who (are|were) [the] (siblings|brothers and sisters|sisters and brothers|brothers|sisters|brothers or sisters) of {person}"
//+     - "who (are|were) {person}'s (siblings|brothers and sisters|sisters and brothers|brothers|sisters|brothers or sisters)"
//+     - "(list|name|show me|give me) the (siblings|brothers and sisters|sisters and brothers|brothers|sisters|brothers or sisters) of {person}"
//+     - "(list|name|show me|give me) {person}'s (siblings|brothers and sisters|sisters and brothers|brothers|sisters|brothers or sisters)"
//+     - "what are the names of {person}'s (siblings|brothers and sisters|sisters and brothers|brothers|sisters|brothers or sisters)"
//+     - "what are the names of the (siblings|brothers and sisters|sisters and brothers|brothers|sisters|brothers or sisters) of {person}"
//+     - "which (siblings|brothers and sisters|sisters and brothers|brothers|sisters|brothers or sisters) (does|did) {person} have"
//+     - "(does|did) {person} have [any] (siblings|brothers and sisters|sisters and brothers|brothers|sisters|brothers or sisters)"
//+     - "[the] (siblings|brothers and sisters|sisters and brothers|brothers|sisters|brothers or sisters|sibling|brother|sister) of {person}"
//+     - "{person}'s (siblings|brothers and sisters|sisters and brothers|brothers|sisters|brothers or sisters|sibling|brother|sister)"
//+     - "whose (sibling|brother|sister) (is|was) {person}"
//+   es:
//+     - "quién (es|era|fue) (el hermano|la hermana) (de|del) {person}"
//+     - "cómo se llama (el hermano|la hermana) (de|del) {person}"
//+     - "quiénes (son|eran|fueron) (los hermanos|las hermanas|los hermanos y hermanas|los hermanos y las hermanas) (de|del) {person}"
//+     - "cómo se llaman (los hermanos|las hermanas|los hermanos y hermanas|los hermanos y las hermanas) (de|del) {person}"
//+     - "(dime|enumera|muestra) (los hermanos|las hermanas|los hermanos y hermanas|los hermanos y las hermanas) (de|del) {person}"
//+     - "qué (hermanos|hermanas|hermanos y hermanas) (tiene|tuvo) {person}"
//+     - "(tiene|tuvo) {person} (hermanos|hermanas|hermanos y hermanas)"
//+     - "(tiene|tuvo) (hermanos|hermanas|hermanos y hermanas) {person}"
//+     - "[el|la] (hermano|hermana) (de|del) {person}"
//+     - "[los|las] (hermanos|hermanas|hermanos y hermanas) (de|del) {person}"
//+     - "de (quién|quiénes) (es|era) (hermano|hermana) {person}"
//+ examples: [{person: person/nemesio-oseguera-cervantes}, {person: person/ruben-oseguera-gonzalez}]
//+ parameters:
//+   person: {type: Person, required: true}
//+ columns: {sibling: Person, relation: text, statuses: "text[]", inferred: boolean, accused: boolean}
//+ order: [-relation, sibling]
MATCH (p:Entity {id: $person})<-[r:SIBLING_OF|HALF_SIBLING_OF]-(x:Entity)
WHERE x.id <> $person
MATCH (x)-[q]-(p)
WHERE q.degree = r.degree AND q.kinship = r.kinship
WITH x, type(r) AS relation, collect(q) AS ties
UNWIND ties AS tie
RETURN x.id AS sibling_id, x.name AS sibling, relation, tie.statuses AS statuses,
       all(t IN ties WHERE t.inferred) AS inferred,
       x:Accused AS accused,
       tie.claims AS claims
