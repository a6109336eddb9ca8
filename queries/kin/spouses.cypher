//+ title: {en: Spouses of a person, es: Cónyuges de una persona}
//+ about:
//+   en: "Wives and husbands, present and former, with the time where a source gives it. inferred: no source says so, a rule does; accused: whether the graph records any accusation, custody or sanction."
//+   es: "Esposas y esposos, actuales y anteriores, con el tiempo cuando una fuente lo da. inferred: ninguna fuente lo dice, lo concluye una regla; accused: si el grafo registra alguna acusación, custodia o sanción."
//+ answer: {en: "Spouses of {person}, present and former: {n}.", es: "Cónyuges de {person}, actuales y anteriores: {n}."}
//+ ask:
//+   en:
//+     - "who (is|was) [the|a] (spouse|wife|husband) of {person}"
//+     - "who (is|was) {person}'s (spouse|wife|husband)"
//+     - "what is the name of {person}'s (spouse|wife|husband)"
//+     - "(does|did) {person} have a (spouse|wife|husband)"
//+     - "who (are|were) [the] (spouses|wives|husbands) of {person}"
//+     - "who (are|were) {person}'s (spouses|wives|husbands)"
//+     - "(list|name|show me|give me) the (spouses|wives|husbands) of {person}"
//+     - "(list|name|show me|give me) {person}'s (spouses|wives|husbands)"
//+     - "what are the names of {person}'s (spouses|wives|husbands)"
//+     - "what are the names of the (spouses|wives|husbands) of {person}"
//+     - "which (spouses|wives|husbands) (does|did) {person} have"
//+     - "(does|did) {person} have [any] (spouses|wives|husbands)"
//+     - "[the] (spouses|wives|husbands|spouse|wife|husband) of {person}"
//+     - "{person}'s (spouses|wives|husbands|spouse|wife|husband)"
//+     - "who (is|was) {person} married to"
//+     - "who has {person} been married to"
//+     - "who (is|was) married to {person}"
//+     - "who did {person} marry"
//+     - "who married {person}"
//+     - "to whom (is|was) {person} married"
//+   es:
//+     - "quién (es|era|fue) (la esposa|el esposo|el cónyuge|la cónyuge|el marido|la mujer) (de|del) {person}"
//+     - "cómo se llama (la esposa|el esposo|el cónyuge|la cónyuge|el marido|la mujer) (de|del) {person}"
//+     - "quiénes (son|eran|fueron) (las esposas|los esposos|los cónyuges|las mujeres) (de|del) {person}"
//+     - "cómo se llaman (las esposas|los esposos|los cónyuges|las mujeres) (de|del) {person}"
//+     - "(dime|enumera|muestra) (las esposas|los esposos|los cónyuges|las mujeres) (de|del) {person}"
//+     - "qué (esposas|esposos|cónyuges|mujeres) (tiene|tuvo) {person}"
//+     - "(tiene|tuvo) {person} (esposas|esposos|cónyuges|mujeres)"
//+     - "(tiene|tuvo) (esposas|esposos|cónyuges|mujeres) {person}"
//+     - "[el|la] (esposa|esposo|cónyuge|marido|mujer) (de|del) {person}"
//+     - "[los|las] (esposas|esposos|cónyuges|mujeres) (de|del) {person}"
//+     - "con quién (está|estaba|estuvo|ha estado) (casado|casada) {person}"
//+     - "con quién se casó {person}"
//+     - "quién (está|estuvo|estaba) (casado|casada) con {person}"
//+     - "quién se casó con {person}"
//+     - "con quiénes (se casó|ha estado casado|estuvo casado) {person}"
//+ examples: [{person: person/nemesio-oseguera-cervantes}, {person: person/joaquin-guzman-loera}]
//+ parameters:
//+   person: {type: Person, required: true}
//+ columns: {spouse: Person, valid: interval, statuses: "text[]", inferred: boolean, accused: boolean}
//+ order: [valid, spouse]
MATCH (p:Entity {id: $person})<-[r:SPOUSE_OF]-(x:Entity)
WHERE x.id <> $person
MATCH (x)-[q]-(p)
WHERE q.degree = r.degree AND q.kinship = r.kinship AND coalesce(q.valid, "") = coalesce(r.valid, "")
WITH x, r.valid AS valid, collect(q) AS ties
UNWIND ties AS tie
RETURN x.id AS spouse_id, x.name AS spouse, valid, tie.statuses AS statuses,
       all(t IN ties WHERE t.inferred) AS inferred,
       x:Accused AS accused,
       tie.claims AS claims
