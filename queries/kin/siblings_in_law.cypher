//+ title: {en: "Brothers- and sisters-in-law", es: "Cuñados y cuñadas"}
//+ about:
//+   en: "Siblings of the spouse and spouses of the siblings, brothers- and sisters-in-law alike. Each pair is there in both directions. inferred: no source says so, a rule does; accused: whether the graph records an accusation, custody, a sanction or a tie to a criminal organisation of the sibling-in-law."
//+   es: "Hermanos del cónyuge y cónyuges de los hermanos, cuñados y cuñadas por igual. Cada par figura en ambas direcciones. inferred: ninguna fuente lo dice, lo concluye una regla; accused: si el grafo registra acusación, custodia, sanción o vínculo con una organización criminal del cuñado o la cuñada."
//+ parameters:
//+   person: {type: Person, default: null}
//+   sibling_in_law: {type: Person, default: null}
//+ columns: {person: Person, sibling_in_law: Person, statuses: "text[]", inferred: boolean, accused: boolean}
//+ order: [person, sibling_in_law]
//+ from: person
//+ to: sibling_in_law
//+ attributes: [statuses]
//+ words:
//+   en:
//+     sibling_in_law: [brother-in-law, sister-in-law, sibling-in-law, bro in law, siblings in law,
//+       bros in law, brothers-in-law, sisters-in-law]
//+   es:
//+     sibling_in_law: [cuñado, concuño, cuñadito, hermano político, cuñis, hermana política, cuñada,
//+       cuñadas, cuñados, concuña, concuños, cuñaditos]
//+ says:
//+   en: "{sibling_in_law} is a brother- or sister-in-law of {person}"
//+   es: "{sibling_in_law} es cuñado o cuñada de {person}"
//+ questions:
//+   en: ["Who are the brothers-in-law of El Mencho?", "Is Abigael González Valencia a brother-in-law of El Mencho?"]
//+   es: ["¿Quiénes son los cuñados de El Mencho?", "¿Es Abigael González Valencia cuñado de El Mencho?"]
//+ examples:
//+   - {person: person/nemesio-oseguera-cervantes}
//+   - {person: person/abigael-gonzalez-valencia}
//+   - {sibling_in_law: person/abigael-gonzalez-valencia, person: person/nemesio-oseguera-cervantes}
//+   - {}
//? person: MATCH (p:Entity {id: $person})
//? sibling_in_law: MATCH (x:Entity {id: $sibling_in_law})
MATCH (p:Person)<-[r:SIBLING_IN_LAW_OF]-(x:Person)
WHERE ($person IS NULL OR p.id = $person) AND ($sibling_in_law IS NULL OR x.id = $sibling_in_law) AND p.id <> x.id
MATCH (x)-[q]-(p)
WHERE q.degree = r.degree AND q.kinship = r.kinship
WITH p, x, collect(q) AS ties
UNWIND ties AS tie
RETURN p.id AS person_id, p.name AS person, x.id AS sibling_in_law_id, x.name AS sibling_in_law,
       tie.statuses AS statuses, all(t IN ties WHERE t.inferred) AS inferred, x:Accused AS accused, tie.claims AS claims
