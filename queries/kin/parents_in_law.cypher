//+ title: {en: "Parents-in-law and children-in-law", es: "Suegros, yernos y nueras"}
//+ about:
//+   en: "Parents of the spouse: fathers- and mothers-in-law, sons- and daughters-in-law alike. inferred: no source says so, a rule does; accused: whether the graph records an accusation, custody, a sanction or a tie to a criminal organisation of the parent-in-law."
//+   es: "Padres del cónyuge: suegros y suegras, yernos y nueras por igual. inferred: ninguna fuente lo dice, lo concluye una regla; accused: si el grafo registra acusación, custodia, sanción o vínculo con una organización criminal del suegro o la suegra."
//+ parameters:
//+   child_in_law: {type: Person, default: null}
//+   parent_in_law: {type: Person, default: null}
//+ columns: {child_in_law: Person, parent_in_law: Person, statuses: "text[]", inferred: boolean, accused: boolean}
//+ order: [child_in_law, parent_in_law]
//+ from: child_in_law
//+ to: parent_in_law
//+ attributes: [statuses]
//+ words:
//+   en:
//+     parent_in_law: [parent-in-law, father-in-law, mother-in-law, parents-in-law, fathers-in-law,
//+       mothers-in-law]
//+     child_in_law: [child-in-law, son-in-law, daughter-in-law, children-in-law, sons-in-law,
//+       daughters-in-law]
//+   es:
//+     parent_in_law: [suegro, padre político, madre política, suegrito, suegra, suegrita, suegros,
//+       padres políticos, suegras]
//+     child_in_law: [yerno, nuera, hijo político, yernito, nuerita, hija política, hijos políticos,
//+       yernos, nueras]
//+ says:
//+   en: "{parent_in_law} is a parent-in-law of {child_in_law}"
//+   es: "{parent_in_law} es suegro o suegra de {child_in_law}"
//+ questions:
//+   en: ["Who are the parents-in-law of Rosalinda González Valencia?", "Who is the son-in-law of Ismael Zambada García?"]
//+   es: ["¿Quiénes son los suegros de Rosalinda González Valencia?", "¿Quién es el yerno de Ismael Zambada García?"]
//+ examples:
//+   - {child_in_law: person/rosalinda-gonzalez-valencia}
//+   - {parent_in_law: person/ismael-zambada-garcia}
//+   - {}
//? child_in_law: MATCH (p:Entity {id: $child_in_law})
//? parent_in_law: MATCH (x:Entity {id: $parent_in_law})
MATCH (p:Person)<-[r:PARENT_IN_LAW_OF]-(x:Person)
WHERE ($child_in_law IS NULL OR p.id = $child_in_law) AND ($parent_in_law IS NULL OR x.id = $parent_in_law) AND p.id <> x.id
MATCH (x)-[q]-(p)
WHERE q.degree = r.degree AND q.kinship = r.kinship
WITH p, x, collect(q) AS ties
UNWIND ties AS tie
RETURN p.id AS child_in_law_id, p.name AS child_in_law, x.id AS parent_in_law_id, x.name AS parent_in_law,
       tie.statuses AS statuses, all(t IN ties WHERE t.inferred) AS inferred, x:Accused AS accused, tie.claims AS claims
