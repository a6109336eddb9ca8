//+ title: {en: "Brothers and sisters", es: "Hermanos y hermanas"}
//+ about:
//+   en: "Brothers and sisters alike, full and half; the relation says which are half-siblings. Step-siblings, who share no parent, are relatives by marriage. Each pair is there in both directions. inferred: no source says so, a rule does; accused: whether the graph records an accusation, custody, a sanction or a tie to a criminal organisation of the sibling."
//+   es: "Hermanos y hermanas por igual, de ambos padres o de uno; la relación dice quiénes son medios hermanos. Los hermanastros, que no comparten ninguno, son parientes por afinidad. Cada par figura en ambas direcciones. inferred: ninguna fuente lo dice, lo concluye una regla; accused: si el grafo registra acusación, custodia, sanción o vínculo con una organización criminal del hermano o la hermana."
//+ parameters:
//+   person: {type: Person, default: null}
//+   sibling: {type: Person, default: null}
//+ columns: {person: Person, sibling: Person, relation: text, statuses: "text[]", inferred: boolean, accused: boolean}
//+ order: [person, -relation, sibling]
//+ from: person
//+ to: sibling
//+ attributes: [relation, statuses]
//+ words:
//+   en:
//+     sibling: [sibling, brother, sister, bro, sis, brethren, twin, lil bro, big brother, older brother,
//+       younger brother, baby brother, brotha, sibs, brothers and sisters, sisters and brothers, bros,
//+       sisters, elder brother, elder sister, older sister, younger sister, big sister, little brother,
//+       little sister, kid brother, kid sister,
//+       {say: [half-sibling, half-brother, half-sister], with: {relation: HALF_SIBLING_OF}}]
//+   es:
//+     sibling: [hermano, carnal, brother, gemelo, mellizo, hermanito, brodi, cuate gemelo,
//+       hermano carnal, manito, carnalito, hermanos y hermanas, carnala, carnales, hermanita, hermanote,
//+       brothers, hermano mayor, hermano menor, hermana mayor, hermana menor,
//+       {say: [medio hermano, hermano de padre, hermano de madre, mediohermano, mediohermanos,
//+         media hermana, medias hermanas, medios hermanos], with: {relation: HALF_SIBLING_OF}}]
//+ says:
//+   en: "{sibling} is a brother or sister of {person} ({relation})"
//+   es: "{sibling} es hermano o hermana de {person} ({relation})"
//+ questions:
//+   en: ["Who are the brothers and sisters of Nemesio Oseguera Cervantes?", "mencho brothers list", "Who are the half-siblings of Ovidio Guzmán López?"]
//+   es: ["¿Quiénes son los hermanos de Abigael González Valencia?", "¿Qué medios hermanos tiene Ovidio Guzmán López?", "carnales del Mencho"]
//+ examples:
//+   - {person: person/nemesio-oseguera-cervantes}
//+   - {person: person/ruben-oseguera-gonzalez}
//+   - {person: person/ovidio-guzman-lopez}
//+   - {person: person/antonio-oseguera-cervantes, sibling: person/nemesio-oseguera-cervantes}
//+   - {}
//? person: MATCH (p:Entity {id: $person})
//? sibling: MATCH (x:Entity {id: $sibling})
MATCH (p:Person)<-[r:SIBLING_OF|HALF_SIBLING_OF]-(x:Person)
WHERE ($person IS NULL OR p.id = $person) AND ($sibling IS NULL OR x.id = $sibling) AND p.id <> x.id
MATCH (x)-[q]-(p)
WHERE q.degree = r.degree AND q.kinship = r.kinship
WITH p, x, type(r) AS relation, collect(q) AS ties
UNWIND ties AS tie
RETURN p.id AS person_id, p.name AS person, x.id AS sibling_id, x.name AS sibling, relation,
       tie.statuses AS statuses, all(t IN ties WHERE t.inferred) AS inferred, x:Accused AS accused, tie.claims AS claims
