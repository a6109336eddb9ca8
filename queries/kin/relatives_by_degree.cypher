//+ title: {en: Relatives of a person in one degree, es: Parientes de una persona en un grado}
//+ about:
//+   en: "Kin by blood and marriage in this degree, counted as in civil law: parents and children 1, siblings and grandparents 2, uncles and nephews 3, cousins 4; the spouse counts 1. inferred: no source says so, a rule does; accused: whether the graph records any accusation, custody or sanction."
//+   es: "Parientes por consanguinidad y afinidad en este grado, contado como en el derecho civil: padres e hijos 1, hermanos y abuelos 2, tíos y sobrinos 3, primos 4; el cónyuge cuenta 1. inferred: ninguna fuente lo dice, lo concluye una regla; accused: si el grafo registra alguna acusación, custodia o sanción."
//+ answer: {en: "Relatives of {person} in degree {degree}: {n}.", es: "Parientes de {person} en grado {degree}: {n}."}
//+ ask:
//+   en:
//+     - "who are [the] relatives of {person} (in|of) degree {degree}"
//+     - "who are [the] relatives of {person} in the degree {degree}"
//+     - "who are the degree {degree} relatives of {person}"
//+     - "who are {person}'s (relatives|kin|family) (in|of) degree {degree}"
//+     - "who are {person}'s degree {degree} relatives"
//+     - "who is related to {person} in [the] degree {degree}"
//+     - "which relatives of {person} are (in|of) degree {degree}"
//+     - "which relatives does {person} have in degree {degree}"
//+     - "(list|name|show me|give me) the relatives of {person} (in|of) degree {degree}"
//+     - "[the] relatives of {person} (in|of) degree {degree}"
//+     - "{person}'s (relatives|kin) (in|of) degree {degree}"
//+     - "degree {degree} relatives of {person}"
//+   es:
//+     - "quiénes son [los] parientes (de|del) {person} (en|de) [el] grado {degree}"
//+     - "quiénes son [los] parientes (de|en) grado {degree} (de|del) {person}"
//+     - "quién es pariente (de|del) {person} en [el] grado {degree}"
//+     - "qué parientes (de|en) grado {degree} tiene {person}"
//+     - "qué parientes tiene {person} (en|de) [el] grado {degree}"
//+     - "(dime|enumera|muestra) los parientes (de|en) grado {degree} (de|del) {person}"
//+     - "[los] parientes (de|del) {person} (en|de) grado {degree}"
//+     - "[los] parientes (de|en) grado {degree} (de|del) {person}"
//+ examples: [{person: person/nemesio-oseguera-cervantes, degree: 2}, {person: person/ruben-oseguera-gonzalez, degree: 3}]
//+ parameters:
//+   person: {type: Person, required: true}
//+   degree: {type: integer, required: true, about: "degree of kinship, 1 to 4"}
//+ columns: {relative: Person, relation: text, kinship: text, statuses: "text[]", inferred: boolean, accused: boolean}
//+ order: [relation, relative]
MATCH (p:Entity {id: $person})<-[:RELATED_TO]-(x:Entity)
WHERE x.id <> $person
MATCH (x)-[r]->(p)
WHERE r.degree = $degree
WITH DISTINCT x, p, r, type(r) AS relation
WHERE relation <> 'PARENT_OF' OR NOT EXISTS { MATCH (x)-[:FATHER_OF|MOTHER_OF]->(p) }
MATCH (x)-[q]-(p)
WHERE q.degree = r.degree AND q.kinship = r.kinship
WITH x, relation, r.kinship AS kinship, collect(q) AS ties
UNWIND ties AS tie
RETURN x.id AS relative_id, x.name AS relative, relation, kinship, tie.statuses AS statuses,
       all(t IN ties WHERE t.inferred) AS inferred,
       x:Accused AS accused,
       tie.claims AS claims
