//+ title: {en: "Parents and children", es: "Padres e hijos"}
//+ about:
//+   en: "Who is a parent of whom, sons and daughters alike; step-parents apart. The relation is FATHER_OF or MOTHER_OF where some source calls the parent so, of this child or of another, and PARENT_OF where none does. inferred: no source says so, a rule does; accused: whether the graph records an accusation, custody, a sanction or a tie to a criminal organisation of the parent."
//+   es: "Quién es progenitor de quién, hijos e hijas por igual; los padrastros van aparte. La relación es FATHER_OF o MOTHER_OF donde alguna fuente llama así al progenitor, de este hijo o de otro, y PARENT_OF donde ninguna lo hace. inferred: ninguna fuente lo dice, lo concluye una regla; accused: si el grafo registra acusación, custodia, sanción o vínculo con una organización criminal del padre o la madre."
//+ parameters:
//+   child: {type: Person, default: null}
//+   parent: {type: Person, default: null}
//+ columns: {child: Person, parent: Person, relation: text, statuses: "text[]", inferred: boolean, accused: boolean}
//+ order: [child, relation, parent]
//+ from: child
//+ to: parent
//+ attributes: [relation, statuses]
//+ words:
//+   en:
//+     parent: [parent, folks, pops, parents, birth parents, mum and dad, mom and dad,
//+       {say: [father, dad, daddy, papa, pop, old man, pappy, biological father, baby daddy, fathers,
//+         dads, progenitor], with: {relation: FATHER_OF}},
//+       {say: [mother, mom, mum, mama, mommy, old lady, biological mother, momma, mommas, mothers, moms,
//+         mums, mummy, ma], with: {relation: MOTHER_OF}}]
//+     child: [child, children, kid, son, daughter, offspring, kiddo, firstborn, first born,
//+       eldest child, sons and daughters, heir by blood, lad of]
//+     parent -> child: [father, beget, sire, give birth, have a son, have a daughter, have children,
//+       have kids, have sons, have daughters, raise, parent, bear children]
//+     child -> parent: [born to, descend]
//+   es:
//+     parent: [padres, progenitor, papás, papa y mama, padre y madre, jefes de familia,
//+       {say: [apá, viejo, tata, padre, papá, papi, papá biológico], with: {relation: FATHER_OF}},
//+       {say: [madre, mamá, amá, jefecita, mami, mamacita,
//+         madre biológica], with: {relation: MOTHER_OF}}]
//+     child: [hijo, vástago, chamaco, retoño, descendiente, descendencia, cachorro, hija, hijos, hijas,
//+       nene, chavito, criatura, primogénito, prole, escuincle, crío, primogénita, chilpayates,
//+       chilpayate, chamacos, morrito, bebé, retoños, hijitos]
//+     parent -> child: [engendrar, procrear, dar a luz, tener hijos, tener un hijo, tener una hija]
//+     child -> parent: [descender, nacer de]
//+ says:
//+   en: "{parent} is a parent of {child} ({relation})"
//+   es: "{parent} es padre o madre de {child} ({relation})"
//+ questions:
//+   en: ["Who are the children of Joaquín Guzmán Loera?", "Who is the father of Rubén Oseguera González?", "El Mencho's mom"]
//+   es: ["¿Quiénes son los hijos de El Chapo?", "¿Cómo se llama el padre de Ovidio Guzmán López?", "¿Quién es la mamá de El Mencho?"]
//+ examples:
//+   - {child: person/nemesio-oseguera-cervantes}
//+   - {child: person/ruben-oseguera-gonzalez}
//+   - {child: person/jair-francisco-patron-tobias}
//+   - {child: person/juan-carlos-valencia-gonzalez}
//+   - {parent: person/joaquin-guzman-loera}
//+   - {parent: person/nemesio-oseguera-cervantes}
//+   - {child: person/ovidio-guzman-lopez, parent: person/joaquin-guzman-loera}
//+   - {}
//? child: MATCH (p:Entity {id: $child})
//? parent: MATCH (x:Entity {id: $parent})
MATCH (p:Person)<-[r:PARENT_OF]-(x:Person)
WHERE ($child IS NULL OR p.id = $child) AND ($parent IS NULL OR x.id = $parent) AND p.id <> x.id
MATCH (x)-[q]-(p)
WHERE q.degree = r.degree AND q.kinship = r.kinship
WITH p, x, CASE
       WHEN EXISTS { MATCH (x)-[:FATHER_OF]->(:Entity) } AND NOT EXISTS { MATCH (x)-[:MOTHER_OF]->(:Entity) } THEN 'FATHER_OF'
       WHEN EXISTS { MATCH (x)-[:MOTHER_OF]->(:Entity) } AND NOT EXISTS { MATCH (x)-[:FATHER_OF]->(:Entity) } THEN 'MOTHER_OF'
       ELSE 'PARENT_OF' END AS relation, collect(q) AS ties
UNWIND ties AS tie
RETURN p.id AS child_id, p.name AS child, x.id AS parent_id, x.name AS parent, relation,
       tie.statuses AS statuses, all(t IN ties WHERE t.inferred) AS inferred, x:Accused AS accused, tie.claims AS claims
