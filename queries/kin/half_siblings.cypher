//+ title: {en: Half-siblings of a person, es: Medios hermanos de una persona}
//+ about:
//+   en: "Half-brothers and half-sisters: those who share one parent. inferred: no source says so, a rule does; accused: whether the graph records any accusation, custody or sanction."
//+   es: "Medios hermanos y medias hermanas: quienes comparten un solo progenitor. inferred: ninguna fuente lo dice, lo concluye una regla; accused: si el grafo registra alguna acusación, custodia o sanción."
//+ answer: {en: "Half-siblings of {person}: {n}.", es: "Medios hermanos de {person}: {n}."}
//+ ask:
//+   en:
//+     - "who (is|was) [the|a] (half-sibling|half-brother|half-sister) of {person}"
//+     - "who (is|was) {person}'s (half-sibling|half-brother|half-sister)"
//+     - "what is the name of {person}'s (half-sibling|half-brother|half-sister)"
//+     - "(does|did) {person} have a (half-sibling|half-brother|half-sister)"
//+     - "who (are|were) [the] (half-siblings|half-brothers|half-sisters|half-brothers and half-sisters|half-brothers and sisters) of {person}"
//+     - "who (are|were) {person}'s (half-siblings|half-brothers|half-sisters|half-brothers and half-sisters|half-brothers and sisters)"
//+     - "(list|name|show me|give me) the (half-siblings|half-brothers|half-sisters|half-brothers and half-sisters|half-brothers and sisters) of {person}"
//+     - "(list|name|show me|give me) {person}'s (half-siblings|half-brothers|half-sisters|half-brothers and half-sisters|half-brothers and sisters)"
//+     - "what are the names of {person}'s (half-siblings|half-brothers|half-sisters|half-brothers and half-sisters|half-brothers and sisters)"
//+     - "what are the names of the (half-siblings|half-brothers|half-sisters|half-brothers and half-sisters|half-brothers and sisters) of {person}"
//+     - "which (half-siblings|half-brothers|half-sisters|half-brothers and half-sisters|half-brothers and sisters) (does|did) {person} have"
//+     - "(does|did) {person} have [any] (half-siblings|half-brothers|half-sisters|half-brothers and half-sisters|half-brothers and sisters)"
//+     - "[the] (half-siblings|half-brothers|half-sisters|half-brothers and half-sisters|half-brothers and sisters|half-sibling|half-brother|half-sister) of {person}"
//+     - "{person}'s (half-siblings|half-brothers|half-sisters|half-brothers and half-sisters|half-brothers and sisters|half-sibling|half-brother|half-sister)"
//+   es:
//+     - "quién (es|era|fue) (el medio hermano|la media hermana) (de|del) {person}"
//+     - "cómo se llama (el medio hermano|la media hermana) (de|del) {person}"
//+     - "quiénes (son|eran|fueron) (los medios hermanos|las medias hermanas|los medios hermanos y medias hermanas) (de|del) {person}"
//+     - "cómo se llaman (los medios hermanos|las medias hermanas|los medios hermanos y medias hermanas) (de|del) {person}"
//+     - "(dime|enumera|muestra) (los medios hermanos|las medias hermanas|los medios hermanos y medias hermanas) (de|del) {person}"
//+     - "qué (medios hermanos|medias hermanas|medios hermanos y medias hermanas) (tiene|tuvo) {person}"
//+     - "(tiene|tuvo) {person} (medios hermanos|medias hermanas|medios hermanos y medias hermanas)"
//+     - "(tiene|tuvo) (medios hermanos|medias hermanas|medios hermanos y medias hermanas) {person}"
//+     - "[el|la] (medio hermano|media hermana) (de|del) {person}"
//+     - "[los|las] (medios hermanos|medias hermanas|medios hermanos y medias hermanas) (de|del) {person}"
//+ examples: [{person: person/ruben-oseguera-gonzalez}, {person: person/ovidio-guzman-lopez}]
//+ parameters:
//+   person: {type: Person, required: true}
//+ columns: {half_sibling: Person, statuses: "text[]", inferred: boolean, accused: boolean}
//+ order: [half_sibling]
MATCH (p:Entity {id: $person})<-[r:HALF_SIBLING_OF]-(x:Entity)
WHERE x.id <> $person
MATCH (x)-[q]-(p)
WHERE q.degree = r.degree AND q.kinship = r.kinship
WITH x, collect(q) AS ties
UNWIND ties AS tie
RETURN x.id AS half_sibling_id, x.name AS half_sibling, tie.statuses AS statuses,
       all(t IN ties WHERE t.inferred) AS inferred,
       x:Accused AS accused,
       tie.claims AS claims
