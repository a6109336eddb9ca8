//+ title: {en: Successions in office, es: Sucesiones en el cargo}
//+ about:
//+   en: "Consecutive known terms in an office, in the order in which they began; the office may have been vacant between. Single attested days are no terms and don't count."
//+   es: "Periodos conocidos consecutivos en un cargo, en el orden en que empezaron; entre ellos el cargo pudo estar vacante. Los días sueltos en que consta alguien en el cargo no son periodos y no cuentan."
//+ parameters:
//+   predecessor: {type: Person, default: null, about: who left the office}
//+   successor: {type: Person, default: null, about: who came into the office}
//+   office: {type: Office, default: null}
//+ columns: {office: Office, predecessor: Person, earlier_term: text, successor: Person, later_term: text}
//+ order: [office, later_term, earlier_term]
//+ from: predecessor
//+ to: successor
//+ attributes: [office, later_term]
//+ words:
//+   en:
//+     predecessor: [predecessor, right before, just before, immediately before, previous holder,
//+       previous president, immediate predecessor, person before, one before, predecessors,
//+       former holder, last holder, previous officeholder, previous incumbent, holder before,
//+       who came before, forerunner in office]
//+     successor: [successor, replacement, right after, just after, next in line, person after,
//+       one after, immediate successor, next holder, successors, next president, following president,
//+       who came after, next officeholder, following holder, heir in office, replacement in office]
//+     successor -> predecessor: [succeed, replace, come after, take over from, come in after,
//+       step in for, take the place of, take the reins from, supplant, inherit the office,
//+       come right after, come directly after, take over for, fill the shoes of, follow in office,
//+       follow]
//+     predecessor -> successor: [precede, come before, give way, followed by, succeeded by, replaced by,
//+       leave office to, hand the office, hand over to, pass the office to, give up the office to,
//+       make way for]
//+   es:
//+     predecessor: [antecesor, antecesora, predecesor, justo antes de, inmediatamente antes de,
//+       antecesores, anterior presidente, inmediato anterior, presidente anterior, predecesores,
//+       predecesora, anterior titular, titular anterior, el de antes, quien estaba antes]
//+     successor: [sucesor, sucesora, relevo, reemplazo, justo después de, sucesores, el que siguió,
//+       quien siguió, presidente siguiente, sustituto, suplente, relevista, sucesoras,
//+       siguiente titular, siguiente presidente, titular siguiente, el que le siguió, quien le siguió,
//+       reemplazos, el siguiente en el cargo]
//+     successor -> predecessor: [sustituir, reemplazar, relevar, venir después, suceder, suplir,
//+       tomar el lugar, quedarse en su lugar, entrar en lugar de, entrar al relevo, ocupar el lugar,
//+       tomar el relevo, quedarse con el puesto, entrar después de, quedar en lugar de, seguir a,
//+       llegar después de, remplazar, relevar en el cargo, tomar la estafeta]
//+     predecessor -> successor: [preceder, anteceder, venir antes, entregar el cargo, dejar el cargo a,
//+       ceder el cargo, pasar la estafeta, entregar la banda, pasar la banda, dejar el puesto a,
//+       dejar la silla, dejar el lugar a, dejar en su lugar a, dejar la presidencia a, ceder el puesto,
//+       pasar el cargo]
//+ says:
//+   en: "{successor} followed {predecessor} as {office}"
//+   es: "{successor} sucedió a {predecessor} como {office}"
//+ questions:
//+   en: ["Who replaced Gertz Manero as Mexico's attorney general?", "Who was president of Mexico before López Obrador?"]
//+   es: ["¿Quién sucedió a Alejandro Gertz Manero?", "¿Quién fue presidente de México justo antes de López Obrador?"]
//+ examples:
//+   - {office: office/attorney-general-of-mexico, predecessor: person/alejandro-gertz-manero}
//+   - {office: office/president-of-mexico, successor: person/claudia-sheinbaum-pardo}
//+   - {predecessor: person/joe-biden}
//+   - {office: office/president-of-mexico}
//+   - {}
//? office: MATCH (o:Entity {id: $office})
//? predecessor: MATCH (:Entity {id: $predecessor})-[:HOLDS_OFFICE]->(o:Entity) WITH DISTINCT o
//? successor: MATCH (:Entity {id: $successor})-[:HOLDS_OFFICE]->(o:Entity) WITH DISTINCT o
MATCH (p:Person)-[r:HOLDS_OFFICE]->(o:Office)
WHERE ($office IS NULL OR o.id = $office)
  AND EXISTS { MATCH (p)<-[:HOLDER]-(n:Entity)-[:OFFICE]->(o) WHERE n.date = r.valid }
WITH o, collect({id: p.id, name: p.name, start: r.valid_from, term: r.valid, claims: r.claims}) AS terms
UNWIND terms AS one
UNWIND terms AS two
WITH o, terms, one, two
WHERE two.start > one.start
  AND none(t IN terms WHERE t.start > one.start AND t.start < two.start)
  AND ($predecessor IS NULL OR one.id = $predecessor) AND ($successor IS NULL OR two.id = $successor)
RETURN o.id AS office_id, o.name AS office, one.id AS predecessor_id, one.name AS predecessor, one.term AS earlier_term,
       two.id AS successor_id, two.name AS successor, two.term AS later_term, one.claims + two.claims AS claims
