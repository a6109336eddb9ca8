//+ title: {en: "Uncles and aunts, nephews and nieces", es: "Tíos y sobrinos"}
//+ about:
//+   en: "Siblings of the parents: uncles and aunts, nephews and nieces alike; by blood, not by marriage. inferred: no source says so, a rule does; accused: whether the graph records an accusation, custody, a sanction or a tie to a criminal organisation of the uncle or aunt."
//+   es: "Hermanos de los padres: tíos y tías, sobrinos y sobrinas por igual; por consanguinidad, no por matrimonio. inferred: ninguna fuente lo dice, lo concluye una regla; accused: si el grafo registra acusación, custodia, sanción o vínculo con una organización criminal del tío o la tía."
//+ parameters:
//+   nephew_or_niece: {type: Person, default: null}
//+   uncle_or_aunt: {type: Person, default: null}
//+ columns: {nephew_or_niece: Person, uncle_or_aunt: Person, statuses: "text[]", inferred: boolean, accused: boolean}
//+ order: [nephew_or_niece, uncle_or_aunt]
//+ from: nephew_or_niece
//+ to: uncle_or_aunt
//+ attributes: [statuses]
//+ words:
//+   en:
//+     uncle_or_aunt: [uncle, aunt, auntie, unc, uncle or aunt, tio, tia, aunty, uncles and aunts,
//+       aunts and uncles, uncles, aunts, aunties]
//+     nephew_or_niece: [nephew, niece, nephew or niece, nephews and nieces, nieces and nephews,
//+       nephews or nieces, nieces or nephews, niece or nephew, nephews, nieces, niblings]
//+   es:
//+     uncle_or_aunt: [tío, tía, tío carnal, tía carnal, tíos y tías, tiíto, tíos, tías, tito,
//+       tío político]
//+     nephew_or_niece: [sobrino, sobri, sobrina, sobrinito, sobrinos y sobrinas, sobrinas y sobrinos,
//+       sobrinos, sobrinas]
//+ says:
//+   en: "{uncle_or_aunt} is an uncle or aunt of {nephew_or_niece}"
//+   es: "{uncle_or_aunt} es tío o tía de {nephew_or_niece}"
//+ questions:
//+   en: ["Who are the uncles of Rubén Oseguera González?", "Which uncle does Jair Francisco Patrón Tobías have?", "Who are the nephews and nieces of Abigael González Valencia?"]
//+   es: ["¿Quiénes son los tíos de Rubén Oseguera González?", "¿Qué sobrinos tiene Antonio Oseguera Cervantes?"]
//+ examples:
//+   - {nephew_or_niece: person/ruben-oseguera-gonzalez}
//+   - {uncle_or_aunt: person/abigael-gonzalez-valencia}
//+   - {uncle_or_aunt: person/antonio-oseguera-cervantes, nephew_or_niece: person/ruben-oseguera-gonzalez}
//+   - {}
//? nephew_or_niece: MATCH (p:Entity {id: $nephew_or_niece})
//? uncle_or_aunt: MATCH (x:Entity {id: $uncle_or_aunt})
MATCH (p:Person)<-[r:UNCLE_OR_AUNT_OF]-(x:Person)
WHERE ($nephew_or_niece IS NULL OR p.id = $nephew_or_niece) AND ($uncle_or_aunt IS NULL OR x.id = $uncle_or_aunt) AND p.id <> x.id
MATCH (x)-[q]-(p)
WHERE q.degree = r.degree AND q.kinship = r.kinship
WITH p, x, collect(q) AS ties
UNWIND ties AS tie
RETURN p.id AS nephew_or_niece_id, p.name AS nephew_or_niece, x.id AS uncle_or_aunt_id, x.name AS uncle_or_aunt,
       tie.statuses AS statuses, all(t IN ties WHERE t.inferred) AS inferred, x:Accused AS accused, tie.claims AS claims
