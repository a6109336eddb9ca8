//+ title: {en: "Step-parents and stepchildren", es: "Padrastros, madrastras e hijastros"}
//+ about:
//+   en: "Step-fathers and step-mothers, step-sons and step-daughters alike, where a source says so: the wife of a father is not concluded to be a step-mother. inferred: no source says so, a rule does; accused: whether the graph records an accusation, custody, a sanction or a tie to a criminal organisation of the step-parent."
//+   es: "Padrastros y madrastras, hijastros e hijastras por igual, donde una fuente lo dice: de la esposa de un padre no se concluye que sea madrastra. inferred: ninguna fuente lo dice, lo concluye una regla; accused: si el grafo registra acusación, custodia, sanción o vínculo con una organización criminal del padrastro o la madrastra."
//+ parameters:
//+   stepchild: {type: Person, default: null}
//+   stepparent: {type: Person, default: null}
//+ columns: {stepchild: Person, stepparent: Person, statuses: "text[]", inferred: boolean, accused: boolean}
//+ order: [stepchild, stepparent]
//+ from: stepchild
//+ to: stepparent
//+ attributes: [statuses]
//+ words:
//+   en:
//+     stepparent: [stepparent, step-parent, stepfather, step-father, stepmother, step-mother, stepdad,
//+       stepmom, step dad, step mom, stepparents]
//+     stepchild: [stepchild, step-child, stepchildren, step-children, stepson, step-son, stepdaughter,
//+       step-daughter, stepkid, step kid, step kids]
//+   es:
//+     stepparent: [padrastro, madrastra, segundo padre, segunda madre, padrastros, madrastras]
//+     stepchild: [hijastro, entenado, hijastra, entenada, hijastros, hijastras, entenados]
//+ says:
//+   en: "{stepparent} is a step-parent of {stepchild}"
//+   es: "{stepparent} es padrastro o madrastra de {stepchild}"
//+ questions:
//+   en: ["Who is the stepfather of Juan Carlos Valencia González?", "Who are the stepchildren of El Mencho?"]
//+   es: ["¿Quién es el padrastro de Juan Carlos Valencia González?", "¿Qué hijastros tiene El Mencho?"]
//+ examples:
//+   - {stepchild: person/juan-carlos-valencia-gonzalez}
//+   - {stepparent: person/nemesio-oseguera-cervantes}
//+   - {}
//? stepchild: MATCH (p:Entity {id: $stepchild})
//? stepparent: MATCH (x:Entity {id: $stepparent})
MATCH (p:Person)<-[r:STEP_PARENT_OF]-(x:Person)
WHERE ($stepchild IS NULL OR p.id = $stepchild) AND ($stepparent IS NULL OR x.id = $stepparent) AND p.id <> x.id
MATCH (x)-[q]-(p)
WHERE q.degree = r.degree AND q.kinship = r.kinship
WITH p, x, collect(q) AS ties
UNWIND ties AS tie
RETURN p.id AS stepchild_id, p.name AS stepchild, x.id AS stepparent_id, x.name AS stepparent,
       tie.statuses AS statuses, all(t IN ties WHERE t.inferred) AS inferred, x:Accused AS accused, tie.claims AS claims
