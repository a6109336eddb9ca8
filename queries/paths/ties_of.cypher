//+ title: {en: "The ties of some things", es: "Los vínculos de algunas cosas"}
//+ about:
//+   en: "For each of the things the ties that are recorded between it and another, whichever way they lead, with the day from which what is said of an event is so. Ties that rules conclude are left out, except of the relations named in derived; so are a thing with more ties than most and the relations in left_out. Generic is a thing of one of the classes in kinds. This is what 'kg paths' walks on."
//+   es: "De cada una de las cosas, los vínculos registrados entre ella y otra, en cualquier sentido, con el día desde el que es así lo que se dice de un hecho. Se omiten los vínculos que concluyen las reglas, salvo los de las relaciones de derived; también una cosa con más vínculos que most y las relaciones de left_out. Genérica es una cosa de una de las clases de kinds. Por ellos camina 'kg paths'."
//+ parameters:
//+   things: {type: "Entity[]", required: true}
//+   left_out: {type: "text[]", default: [], about: "relations, as CITIZEN_OF"}
//+   derived: {type: "text[]", default: [], about: "relations of which inferred ties count, as HOLDS_OFFICE"}
//+   kinds: {type: "text[]", default: [], about: "classes, as Country"}
//+   most: {type: integer, default: 1000000, about: "ties of a thing at most, inferred ones among them"}
//+ columns: {thing: Entity, subject: Entity, relation: text, object: Entity, status: text, inferred: boolean, valid: interval, since: date, generic: boolean}
//+ order: [thing, subject, relation, object, valid]
//+ examples:
//+   - {things: [person/abigael-gonzalez-valencia]}
//+   - {things: [person/rafael-caro-quintero, person/andres-manuel-lopez-obrador], derived: [HOLDS_OFFICE], left_out: [CITIZEN_OF, HOLDER], kinds: [Tenure, Office]}
//+   - {things: [person/rosa-a, transfer/2025-02-27], most: 20}
UNWIND $things AS wanted
MATCH (n:Entity {id: wanted})
WITH n, CASE WHEN COUNT { (n)--() } <= $most THEN 0 ELSE COUNT { (n)-[q]-() WHERE q.claims IS NOT NULL } END AS ties
WHERE ties <= $most
MATCH (n)-[r]-(m:Entity)
WHERE r.claims IS NOT NULL AND NOT type(r) IN $left_out
WITH n, r, m, startNode(r) AS s, endNode(r) AS o
WHERE n.id <> m.id AND (NOT r.inferred OR type(r) IN $derived)
WITH n, r, m, s, o, CASE WHEN s:Event THEN s.date_from END AS one, CASE WHEN o:Event THEN o.date_from END AS two
RETURN n.id AS thing_id, n.name AS thing, s.id AS subject_id, s.name AS subject, type(r) AS relation,
       o.id AS object_id, o.name AS object, r.status AS status, r.inferred AS inferred, r.valid AS valid,
       CASE WHEN one IS NULL THEN two WHEN two IS NULL THEN one WHEN one > two THEN one ELSE two END AS since,
       any(l IN labels(m) WHERE l IN $kinds) AS generic, r.claims AS claims
