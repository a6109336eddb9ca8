//+ title: {en: "Cousins", es: "Primos y primas"}
//+ about:
//+   en: "Children of uncles and aunts. Each pair is there in both directions. inferred: no source says so, a rule does; accused: whether the graph records an accusation, custody, a sanction or a tie to a criminal organisation of the cousin."
//+   es: "Hijos e hijas de los tíos. Cada par figura en ambas direcciones. inferred: ninguna fuente lo dice, lo concluye una regla; accused: si el grafo registra acusación, custodia, sanción o vínculo con una organización criminal del primo o la prima."
//+ parameters:
//+   person: {type: Person, default: null}
//+   cousin: {type: Person, default: null}
//+ columns: {person: Person, cousin: Person, statuses: "text[]", inferred: boolean, accused: boolean}
//+ order: [person, cousin]
//+ from: person
//+ to: cousin
//+ attributes: [statuses]
//+ words:
//+   en:
//+     cousin: [cousin, cuz, first cousin, cousin brother, cousins, cousin by blood]
//+   es:
//+     cousin: [primo, primo hermano, primillo, prima, primito, primo carnal, primos, primas,
//+       primos hermanos, primos carnales, primillos]
//+ says:
//+   en: "{cousin} is a cousin of {person}"
//+   es: "{cousin} es primo o prima de {person}"
//+ questions:
//+   en: ["Who are the cousins of Rubén Oseguera González?", "Is Ovidio Guzmán López a cousin of Rubén Oseguera González?"]
//+   es: ["¿Quiénes son los primos de Rubén Oseguera González?", "¿Es Ovidio Guzmán López primo de Rubén Oseguera González?"]
//+ examples:
//+   - {person: person/ruben-oseguera-gonzalez}
//+   - {}
//? person: MATCH (p:Entity {id: $person})
//? cousin: MATCH (x:Entity {id: $cousin})
MATCH (p:Person)<-[r:COUSIN_OF]-(x:Person)
WHERE ($person IS NULL OR p.id = $person) AND ($cousin IS NULL OR x.id = $cousin) AND p.id <> x.id
MATCH (x)-[q]-(p)
WHERE q.degree = r.degree AND q.kinship = r.kinship
WITH p, x, collect(q) AS ties
UNWIND ties AS tie
RETURN p.id AS person_id, p.name AS person, x.id AS cousin_id, x.name AS cousin,
       tie.statuses AS statuses, all(t IN ties WHERE t.inferred) AS inferred, x:Accused AS accused, tie.claims AS claims
