//+ title: {en: Relatives of a person, es: Parientes de una persona}
//+ about:
//+   en: "Kin by blood and marriage, recorded or inferred, with the degree of kinship; a relative who is accused of nothing in the graph is marked so."
//+   es: "Parientes por consanguinidad y afinidad, registrados o inferidos, con el grado; quien no está acusado de nada en el grafo lleva esa marca."
//+ answer: {en: "Relatives of {person}: {n}.", es: "Parientes de {person}: {n}."}
//+ ask:
//+   en: ["who is related to {person}", "who are the relatives of {person}", "relatives of {person}", "{person}'s family", "{person}'s relatives"]
//+   es: ["quién es pariente de {person}", "quiénes son los parientes de {person}", "familia de {person}", "parientes de {person}"]
//+ examples: [{person: person/nemesio-oseguera-cervantes}, {person: person/nemesio-oseguera-cervantes, blood: true}]
//+ parameters:
//+   person: {type: Person, required: true}
//+   blood: {type: boolean, default: null, about: "true for kin by blood alone, false for kin by marriage"}
//+ columns: {relative: Person, relation: text, degree: integer, kinship: text, inferred: boolean, accused: boolean}
//+ order: [degree, relation, relative]
MATCH (x:Entity)-[r]->(p:Entity {id: $person})
WHERE r.degree IS NOT NULL OR (type(r) = 'RELATED_TO' AND NOT r.inferred)
WITH x, r, p, type(r) AS relation
WHERE $blood IS NULL OR (r.kinship = 'blood') = $blood
RETURN x.id AS relative_id, x.name AS relative, relation, r.degree AS degree,
       r.kinship AS kinship, r.inferred AS inferred,
       EXISTS { (x)-[:MEMBER_OF|LEADS|FOUNDED|TRANSFERRED_IN]->() } OR EXISTS { (x)<-[:CONCERNS]-(:LegalEvent) } AS accused,
       r.claims AS claims
