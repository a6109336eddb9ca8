//+ title: {en: "Relatives", es: "Parientes"}
//+ about:
//+   en: "Kin by blood and marriage, recorded or inferred; the relation is what the relative is of the person, the degree is counted as in civil law: parents and children 1, siblings and grandparents 2, uncles and nephews 3, cousins 4; the spouse counts 1. RELATED_TO: a source says that they are related, none says how. inferred: no source says so, a rule does; accused: whether the graph records an accusation, custody, a sanction or a tie to a criminal organisation of the relative."
//+   es: "Parientes por consanguinidad y afinidad, registrados o inferidos; la relación es lo que el pariente es de la persona, el grado se cuenta como en el derecho civil: padres e hijos 1, hermanos y abuelos 2, tíos y sobrinos 3, primos 4; el cónyuge cuenta 1. RELATED_TO: una fuente dice que son parientes, ninguna dice de qué modo. inferred: ninguna fuente lo dice, lo concluye una regla; accused: si el grafo registra acusación, custodia, sanción o vínculo con una organización criminal del pariente."
//+ parameters:
//+   person: {type: Person, default: null}
//+   relative: {type: Person, default: null}
//+   kinship: {type: text, default: null, about: "blood or affinity"}
//+   degree: {type: integer, default: null, about: "degree of kinship, 1 to 4"}
//+ columns: {person: Person, relative: Person, relation: text, degree: integer, kinship: text, statuses: "text[]", inferred: boolean, accused: boolean}
//+ order: [person, degree, relation, relative]
//+ from: person
//+ to: relative
//+ attributes: [relation, degree, statuses]
//+ words:
//+   en:
//+     relative: [relative, kin, kinsman, kinfolk, family, family member, member of the family,
//+       relation by family, kinfolks, kinsfolk, kinswoman, relations by blood, fam, family members,
//+       extended family, kith and kin, relatives, kinsmen, relation, relations, bloodline,
//+       family circle, family tree members, household,
//+       {say: [blood relative, blood kin, next of kin, own blood], with: {kinship: blood}},
//+       {say: [in-law, relative by marriage, kin by marriage, in-laws,
//+         inlaws], with: {kinship: affinity}},
//+       {say: [great-grandparent, great-grandfather,
//+         great-grandmother], with: {relation: GREAT_GRANDPARENT_OF}},
//+       {say: [great-grandchild, great-grandson,
//+         great-granddaughter], with: {relation: GREAT_GRANDCHILD_OF}},
//+       {say: [great-uncle, great-aunt, granduncle,
//+         grandaunt], with: {relation: GREAT_UNCLE_OR_AUNT_OF}},
//+       {say: [step-sibling, stepsibling, stepbrother, stepsister, step-brother,
//+         step-sister], with: {relation: STEP_SIBLING_OF}},
//+       {say: [great-nephew, great-niece, grandnephew,
//+         grandniece], with: {relation: GREAT_NEPHEW_OR_NIECE_OF}}]
//+     relation: [kinship, family relationship, family tie, family relation, blood tie, relationship,
//+       type of kinship, blood relation, relationship by blood, type of relationship,
//+       degree of relationship, how they are kin, blood relationship]
//+     degree: [degree, degree of kinship]
//+     relative -> person: [related, family of, kin to, share blood, belong to the family of,
//+       have family ties to]
//+   es:
//+     relative: [pariente, familiar, parentela, familia, parienta, familiares, parientes, consanguíneos,
//+       deudo, la familia, gente de su familia, miembro de la familia, miembros de la familia,
//+       parientela, la parentela, familiares cercanos, allegados de sangre, clan familiar, ascendientes,
//+       gente de la familia,
//+       {say: [consanguíneo, pariente de sangre, pariente consanguíneo, familiar consanguíneo,
//+         familiar directo], with: {kinship: blood}},
//+       {say: [pariente político, familia política, pariente por afinidad, parentela política,
//+         parientes políticos, familia por matrimonio], with: {kinship: affinity}},
//+       {say: [bisabuelo], with: {relation: GREAT_GRANDPARENT_OF}},
//+       {say: [bisnieto], with: {relation: GREAT_GRANDCHILD_OF}},
//+       {say: [tío abuelo, tía abuela], with: {relation: GREAT_UNCLE_OR_AUNT_OF}},
//+       {say: [hermanastro], with: {relation: STEP_SIBLING_OF}},
//+       {say: [sobrino nieto], with: {relation: GREAT_NEPHEW_OR_NIECE_OF}}]
//+     relation: [parentesco, relación familiar, vínculo familiar, lazo familiar, relación de parentesco,
//+       lazo de sangre, lazos de sangre, vínculo de sangre, qué son entre sí, qué parentesco hay,
//+       qué parentesco une, en qué son parientes, tipo de parentesco, qué parentesco, qué es de,
//+       qué le toca a, qué le viene siendo, qué son, lazo de parentesco, nexo familiar]
//+     degree: [grado, grado de parentesco]
//+     relative -> person: [emparentar, son familia, son parientes, tener parentesco, compartir sangre]
//+ says:
//+   en: "{relative} is a relative of {person}: {relation}[, degree {degree}]"
//+   es: "{relative} es pariente de {person}: {relation}[, grado {degree}]"
//+ questions:
//+   en: ["Who are the relatives of El Mencho?", "How is Abigael González Valencia related to El Mencho?", "Which in-laws does El Mencho have?"]
//+   es: ["¿Quiénes son los parientes de El Mencho?", "¿Qué parentesco hay entre Jair Francisco Patrón Tobías y Jesús Ricardo Patrón Sánchez?", "familia política del Mencho"]
//+ examples:
//+   - {person: person/nemesio-oseguera-cervantes}
//+   - {person: person/nemesio-oseguera-cervantes, kinship: blood}
//+   - {person: person/abigael-gonzalez-valencia, kinship: affinity}
//+   - {person: person/ruben-oseguera-gonzalez, degree: 3}
//+   - {relative: person/jair-francisco-patron-tobias, person: person/jesus-ricardo-patron-sanchez}
//+   - {relative: person/jose-luis-sanchez-valencia, person: person/nemesio-oseguera-cervantes}
//? person: MATCH (p:Entity {id: $person})
//? relative: MATCH (x:Entity {id: $relative})
MATCH (p:Person)<-[:RELATED_TO]-(x:Person)
WHERE ($person IS NULL OR p.id = $person) AND ($relative IS NULL OR x.id = $relative) AND p.id <> x.id
MATCH (x)-[r]->(p)
WHERE r.claims IS NOT NULL
WITH DISTINCT x, p, r, type(r) AS relation
WHERE r.degree IS NOT NULL
  OR (relation = 'RELATED_TO' AND NOT EXISTS { MATCH (x)-[k]->(p) WHERE k.degree IS NOT NULL })
WITH x, p, r, relation
WHERE relation <> 'PARENT_OF' OR NOT EXISTS { MATCH (x)-[:FATHER_OF|MOTHER_OF]->(p) }
WITH x, p, r, relation
WHERE ($kinship IS NULL OR r.kinship = $kinship) AND ($degree IS NULL OR r.degree = $degree)
MATCH (x)-[q]-(p)
WHERE q.claims IS NOT NULL
WITH x, p, r, relation, q
WHERE (q.degree = r.degree AND q.kinship = r.kinship) OR (r.degree IS NULL AND type(q) = 'RELATED_TO')
WITH x, p, relation, r.degree AS degree, r.kinship AS kinship, collect(q) AS ties
UNWIND ties AS tie
RETURN p.id AS person_id, p.name AS person, x.id AS relative_id, x.name AS relative, relation, degree, kinship,
       tie.statuses AS statuses, all(t IN ties WHERE t.inferred) AS inferred, x:Accused AS accused, tie.claims AS claims
