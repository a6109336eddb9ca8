//+ title: {en: "Why two people are relatives", es: "Por qué dos personas son parientes"}
//+ about:
//+   en: "The recorded ties of kin, one to three of them in a row, that make the first person a relative of the second: who stands between them, and the rule that concludes the relation. A row without anybody between is the relation itself: recorded by a source, or else with the rule that concludes it."
//+   es: "Los lazos de parentesco registrados, de uno a tres seguidos, que hacen de la primera persona pariente de la segunda: quién está entre ambas y la regla que concluye la relación. Una fila sin nadie en medio es la relación misma: registrada por una fuente o, si no, con la regla que la concluye."
//+ parameters:
//+   first: {type: Person, required: true}
//+   second: {type: Person, required: true}
//+   relation: {type: text, default: null, about: "what the first is of the second, as SIBLING_IN_LAW_OF; without it, any"}
//+ columns: {first: Person, relation: text, second: Person, tie_1: text, via_1: Person, tie_2: text, via_2: Person, tie_3: text, rule: text}
//+ order: [relation, via_1, via_2, tie_1, tie_2]
//+ says:
//+   en: "{first} is {relation} {second}[: {tie_1} {via_1}][, {tie_2} {via_2}][, {tie_3}]"
//+   es: "{first} es {relation} {second}[: {tie_1} {via_1}][, {tie_2} {via_2}][, {tie_3}]"
//+ examples:
//+   - {first: person/abigael-gonzalez-valencia, second: person/nemesio-oseguera-cervantes}
//+   - {first: person/abigael-gonzalez-valencia, second: person/nemesio-oseguera-cervantes, relation: SIBLING_IN_LAW_OF}
//+   - {first: person/gerardo-gonzalez-valencia, second: person/ruben-oseguera-gonzalez}
//+   - {first: person/juan-carlos-valencia-gonzalez, second: person/ruben-oseguera-gonzalez}
//+   - {first: person/nemesio-oseguera-cervantes, second: person/ruben-oseguera-gonzalez, relation: FATHER_OF}
MATCH (a:Entity {id: $first})-[:RELATED_TO]->(b:Entity {id: $second})
WHERE a.id <> b.id
MATCH (a)-[k]->(b)
WHERE k.degree IS NOT NULL
WITH DISTINCT a, b, type(k) AS relation, k.degree AS degree, k.kinship AS kinship
WHERE relation <> 'PARENT_OF' OR NOT EXISTS { MATCH (a)-[:FATHER_OF|MOTHER_OF]->(b) }
WITH a, b, relation, degree, kinship
WHERE $relation IS NULL OR relation = $relation
CALL (a, b, relation, degree, kinship) {
  MATCH (a)-[q]-(b)
  WHERE q.degree = degree AND q.kinship = kinship AND NOT q.inferred
  RETURN relation AS tie_1, null AS via_1_id, null AS via_1, null AS tie_2, null AS via_2_id, null AS via_2,
         null AS tie_3, null AS rule, q.claims AS claims
  UNION ALL
  MATCH (a)-[k]->(b)
  WHERE type(k) = relation AND k.inferred
    AND NOT EXISTS { MATCH (a)-[q]-(b) WHERE q.degree = degree AND q.kinship = kinship AND NOT q.inferred }
  RETURN null AS tie_1, null AS via_1_id, null AS via_1, null AS tie_2, null AS via_2_id, null AS via_2,
         null AS tie_3, k.rule AS rule, k.claims AS claims
  UNION ALL
  UNWIND [
    ['GRANDPARENT_OF', 'PARENT_OF', 'PARENT_OF', 'grandparent'],
    ['GRANDCHILD_OF', 'CHILD_OF', 'CHILD_OF', 'grandparent'],
    ['SIBLING_OF', 'SIBLING_OF', 'SIBLING_OF', 'sibling-of-sibling'],
    ['SIBLING_OF', 'CHILD_OF', 'PARENT_OF', 'sibling-by-parents'],
    ['HALF_SIBLING_OF', 'CHILD_OF', 'PARENT_OF', 'half-sibling'],
    ['HALF_SIBLING_OF', 'STEP_CHILD_OF', 'PARENT_OF', 'half-sibling-by-step-parent'],
    ['HALF_SIBLING_OF', 'CHILD_OF', 'STEP_PARENT_OF', 'half-sibling-by-step-parent'],
    ['STEP_SIBLING_OF', 'STEP_CHILD_OF', 'PARENT_OF', 'step-sibling'],
    ['STEP_SIBLING_OF', 'CHILD_OF', 'STEP_PARENT_OF', 'step-sibling'],
    ['UNCLE_OR_AUNT_OF', 'SIBLING_OF', 'PARENT_OF', 'uncle-or-aunt'],
    ['NEPHEW_OR_NIECE_OF', 'CHILD_OF', 'SIBLING_OF', 'uncle-or-aunt'],
    ['GREAT_UNCLE_OR_AUNT_OF', 'UNCLE_OR_AUNT_OF', 'PARENT_OF', 'great-uncle-or-aunt-of-child'],
    ['GREAT_UNCLE_OR_AUNT_OF', 'SIBLING_OF', 'GRANDPARENT_OF', 'great-uncle-or-aunt'],
    ['GREAT_NEPHEW_OR_NIECE_OF', 'CHILD_OF', 'NEPHEW_OR_NIECE_OF', 'great-uncle-or-aunt-of-child'],
    ['GREAT_NEPHEW_OR_NIECE_OF', 'GRANDCHILD_OF', 'SIBLING_OF', 'great-uncle-or-aunt'],
    ['GREAT_GRANDPARENT_OF', 'PARENT_OF', 'GRANDPARENT_OF', 'great-grandparent'],
    ['GREAT_GRANDCHILD_OF', 'GRANDCHILD_OF', 'CHILD_OF', 'great-grandparent'],
    ['PARENT_IN_LAW_OF', 'PARENT_OF', 'SPOUSE_OF', 'parent-in-law'],
    ['CHILD_IN_LAW_OF', 'SPOUSE_OF', 'CHILD_OF', 'parent-in-law'],
    ['SIBLING_IN_LAW_OF', 'SIBLING_OF', 'SPOUSE_OF', 'sibling-in-law-by-spouse'],
    ['SIBLING_IN_LAW_OF', 'SPOUSE_OF', 'SIBLING_OF', 'sibling-in-law-by-sibling']
  ] AS chain
  WITH a, b, relation, chain
  WHERE chain[0] = relation
  MATCH (a)-[r1:PARENT_OF|CHILD_OF|SIBLING_OF|STEP_CHILD_OF|UNCLE_OR_AUNT_OF|GRANDCHILD_OF|SPOUSE_OF]->(x:Entity)
  WHERE type(r1) = chain[1] AND x.id <> a.id AND x.id <> b.id
  MATCH (x)-[r2:PARENT_OF|CHILD_OF|SIBLING_OF|STEP_PARENT_OF|GRANDPARENT_OF|NEPHEW_OR_NIECE_OF|SPOUSE_OF]->(b)
  WHERE type(r2) = chain[2]
  MATCH (a)-[q1]-(x)
  WHERE q1.degree = r1.degree AND q1.kinship = r1.kinship AND NOT q1.inferred
  MATCH (x)-[q2]-(b)
  WHERE q2.degree = r2.degree AND q2.kinship = r2.kinship AND NOT q2.inferred
  RETURN chain[1] AS tie_1, x.id AS via_1_id, x.name AS via_1, chain[2] AS tie_2, null AS via_2_id, null AS via_2,
         null AS tie_3, chain[3] AS rule, q1.claims + q2.claims AS claims
  UNION ALL
  UNWIND [
    ['COUSIN_OF', 'CHILD_OF', 'SIBLING_OF', 'PARENT_OF', 'cousin'],
    ['GREAT_GRANDPARENT_OF', 'PARENT_OF', 'PARENT_OF', 'PARENT_OF', 'great-grandparent'],
    ['GREAT_GRANDCHILD_OF', 'CHILD_OF', 'CHILD_OF', 'CHILD_OF', 'great-grandparent'],
    ['GREAT_UNCLE_OR_AUNT_OF', 'SIBLING_OF', 'PARENT_OF', 'PARENT_OF', 'great-uncle-or-aunt'],
    ['GREAT_NEPHEW_OR_NIECE_OF', 'CHILD_OF', 'CHILD_OF', 'SIBLING_OF', 'great-uncle-or-aunt'],
    ['SIBLING_OF', 'SIBLING_OF', 'SIBLING_OF', 'SIBLING_OF', 'sibling-of-sibling'],
    ['UNCLE_OR_AUNT_OF', 'SIBLING_OF', 'SIBLING_OF', 'PARENT_OF', 'uncle-or-aunt'],
    ['UNCLE_OR_AUNT_OF', 'CHILD_OF', 'PARENT_OF', 'PARENT_OF', 'uncle-or-aunt'],
    ['NEPHEW_OR_NIECE_OF', 'CHILD_OF', 'SIBLING_OF', 'SIBLING_OF', 'uncle-or-aunt'],
    ['NEPHEW_OR_NIECE_OF', 'CHILD_OF', 'CHILD_OF', 'PARENT_OF', 'uncle-or-aunt'],
    ['SIBLING_IN_LAW_OF', 'SIBLING_OF', 'SIBLING_OF', 'SPOUSE_OF', 'sibling-in-law-by-spouse'],
    ['SIBLING_IN_LAW_OF', 'CHILD_OF', 'PARENT_OF', 'SPOUSE_OF', 'sibling-in-law-by-spouse'],
    ['SIBLING_IN_LAW_OF', 'SPOUSE_OF', 'SIBLING_OF', 'SIBLING_OF', 'sibling-in-law-by-sibling'],
    ['SIBLING_IN_LAW_OF', 'SPOUSE_OF', 'CHILD_OF', 'PARENT_OF', 'sibling-in-law-by-sibling']
  ] AS chain
  WITH a, b, relation, chain
  WHERE chain[0] = relation
  MATCH (a)-[r1:CHILD_OF|PARENT_OF|SIBLING_OF|SPOUSE_OF]->(x:Entity)
  WHERE type(r1) = chain[1] AND x.id <> a.id AND x.id <> b.id
  MATCH (x)-[r2:SIBLING_OF|PARENT_OF|CHILD_OF]->(y:Entity)
  WHERE type(r2) = chain[2] AND y.id <> a.id AND y.id <> b.id AND y.id <> x.id
  MATCH (y)-[r3:PARENT_OF|CHILD_OF|SIBLING_OF|SPOUSE_OF]->(b)
  WHERE type(r3) = chain[3]
  MATCH (a)-[q1]-(x)
  WHERE q1.degree = r1.degree AND q1.kinship = r1.kinship AND NOT q1.inferred
  MATCH (x)-[q2]-(y)
  WHERE q2.degree = r2.degree AND q2.kinship = r2.kinship AND NOT q2.inferred
  MATCH (y)-[q3]-(b)
  WHERE q3.degree = r3.degree AND q3.kinship = r3.kinship AND NOT q3.inferred
  RETURN chain[1] AS tie_1, x.id AS via_1_id, x.name AS via_1, chain[2] AS tie_2, y.id AS via_2_id, y.name AS via_2,
         chain[3] AS tie_3, chain[4] AS rule, q1.claims + q2.claims + q3.claims AS claims
}
RETURN a.id AS first_id, a.name AS first, relation, b.id AS second_id, b.name AS second,
       tie_1, via_1_id, via_1, tie_2, via_2_id, via_2, tie_3, rule, claims
