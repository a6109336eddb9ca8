//+ title: {en: "Grandparents and grandchildren", es: "Abuelos y nietos"}
//+ about:
//+   en: "Parents of the parents: grandfathers and grandmothers, grandsons and granddaughters alike. inferred: no source says so, a rule does; accused: whether the graph records an accusation, custody, a sanction or a tie to a criminal organisation of the grandparent."
//+   es: "Padres de los padres: abuelos y abuelas, nietos y nietas por igual. inferred: ninguna fuente lo dice, lo concluye una regla; accused: si el grafo registra acusación, custodia, sanción o vínculo con una organización criminal del abuelo o la abuela."
//+ parameters:
//+   grandchild: {type: Person, default: null}
//+   grandparent: {type: Person, default: null}
//+ columns: {grandchild: Person, grandparent: Person, statuses: "text[]", inferred: boolean, accused: boolean}
//+ order: [grandchild, grandparent]
//+ from: grandchild
//+ to: grandparent
//+ attributes: [statuses]
//+ words:
//+   en:
//+     grandparent: [grandparent, grandfather, grandmother, grandpa, grandma, granddad, granny, grandmom,
//+       grandad, gramps, grannie, grandfolks, nana, grandma and grandpa, grandpas, grandmas, granddads]
//+     grandchild: [grandchild, grandchildren, grandson, granddaughter, grandkid, grandkids, grandbaby,
//+       grandbabies, grandsons, granddaughters]
//+   es:
//+     grandparent: [abuelo, abuelito, agüelo, yayo, abue, abuelita, abuelos, abuelas, abuelitos]
//+     grandchild: [nieto, nietecito, nietito, nietos, nietas, nieta, nietecitos]
//+ says:
//+   en: "{grandparent} is a grandparent of {grandchild}"
//+   es: "{grandparent} es abuelo o abuela de {grandchild}"
//+ questions:
//+   en: ["Who are the grandparents of Rubén Oseguera González?", "Who are the grandchildren of Miguel Oseguera?"]
//+   es: ["¿Quiénes son los abuelos de Rubén Oseguera González?", "¿Qué nietos tiene Miguel Oseguera?"]
//+ examples:
//+   - {grandchild: person/ruben-oseguera-gonzalez}
//+   - {grandparent: person/miguel-oseguera}
//+   - {}
//? grandchild: MATCH (p:Entity {id: $grandchild})
//? grandparent: MATCH (x:Entity {id: $grandparent})
MATCH (p:Person)<-[r:GRANDPARENT_OF]-(x:Person)
WHERE ($grandchild IS NULL OR p.id = $grandchild) AND ($grandparent IS NULL OR x.id = $grandparent) AND p.id <> x.id
MATCH (x)-[q]-(p)
WHERE q.degree = r.degree AND q.kinship = r.kinship
WITH p, x, collect(q) AS ties
UNWIND ties AS tie
RETURN p.id AS grandchild_id, p.name AS grandchild, x.id AS grandparent_id, x.name AS grandparent,
       tie.statuses AS statuses, all(t IN ties WHERE t.inferred) AS inferred, x:Accused AS accused, tie.claims AS claims
