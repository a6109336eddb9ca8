//+ title: {en: "Direct ties between two entities", es: "Vínculos directos entre dos entidades"}
//+ about:
//+   en: "Every tie that joins the two, recorded or inferred, read from the subject to the object; what only repeats another tie the other way round or in general terms is left out. The status says how firmly: alleged is not proven."
//+   es: "Cada vínculo que une a ambas, registrado o inferido, leído del sujeto al objeto; se omite lo que solo repite otro vínculo al revés o en general. El estado dice con qué firmeza: alegado no es probado."
//+ parameters:
//+   first: {type: Entity, default: null}
//+   second: {type: Entity, default: null}
//+ columns: {first: Entity, second: Entity, subject: Entity, relation: text, object: Entity, status: text, inferred: boolean, valid: interval}
//+ order: [first, second, inferred, subject, relation, object, valid]
//+ from: first
//+ to: second
//+ attributes: [subject, relation, object, status]
//+ words:
//+   en:
//+     first -> second: [connected, linked, tied, related, associated]
//+     relation: [connection, link, tie, relationship, relation, bond, nexus, association, ties,
//+       connections, relations, bonds, involvement, relationship type]
//+   es:
//+     first -> second: [conectado, vinculado, ligado, relacionado, asociado, tener relación]
//+     relation: [conexión, vínculo, relación, nexo, lazo, enlace, liga, conexiones, vínculos, nexos,
//+       lazos, ligas, relaciones]
//+ says:
//+   en: "{subject} {relation} {object} ({status})"
//+   es: "{subject} {relation} {object} ({status})"
//+ questions:
//+   en: ["How is Rafael Caro Quintero linked to the transfer of 2025-02-27?", "Is Abigael González Valencia linked to the CJNG?"]
//+   es: ["¿Qué vínculo hay entre Abigael González Valencia y el CJNG?", "¿Está vinculado Abigael González Valencia con el CJNG?"]
//+ examples:
//+   - {first: person/abigael-gonzalez-valencia, second: person/nemesio-oseguera-cervantes}
//+   - {first: person/abigael-gonzalez-valencia, second: organization/cjng}
//+   - {first: person/rafael-caro-quintero, second: transfer/2025-02-27}
//+   - {first: person/rosa-a}
//? first: MATCH (known:Entity {id: $first})
//? second: MATCH (known:Entity {id: $second})
MATCH (known:Entity)-[r]-(other:Entity)
WHERE r.claims IS NOT NULL AND known.id <> other.id AND NOT coalesce(r.rule, '') IN ['inverse', 'symmetric', 'subproperty']
WITH r, CASE WHEN $first IS NULL AND $second IS NOT NULL THEN [other, known] ELSE [known, other] END AS ends
WITH r, ends[0] AS a, ends[1] AS b, startNode(r) AS s, endNode(r) AS o
WHERE ($first IS NULL OR a.id = $first) AND ($second IS NULL OR b.id = $second)
RETURN a.id AS first_id, a.name AS first, b.id AS second_id, b.name AS second,
       s.id AS subject_id, s.name AS subject, type(r) AS relation, o.id AS object_id, o.name AS object,
       r.status AS status, r.inferred AS inferred, r.valid AS valid, r.claims AS claims
