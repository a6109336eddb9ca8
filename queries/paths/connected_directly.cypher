//+ title: {en: Direct ties between two entities, es: Vínculos directos entre dos entidades}
//+ about:
//+   en: "Every tie that joins the two, recorded or inferred, read from the subject to the object; what only repeats another tie the other way round or in general terms is left out. The status says how firmly: alleged is not proven."
//+   es: "Cada vínculo que une a ambas, registrado o inferido, leído del sujeto al objeto; se omite lo que solo repite otro vínculo al revés o en general. El estado dice con qué firmeza: alegado no es probado."
//+ answer: {en: "Direct ties between {first} and {second}: {n}.", es: "Vínculos directos entre {first} y {second}: {n}."}
//+ ask:
//+   en:
//+     - "what (is|are) the direct (tie|ties|link|links|connection|connections|relation|relations|relationship|relationships) between {first} and {second}"
//+     - "how (are|were) {first} and {second} directly (connected|linked|tied|related)"
//+     - "how (is|was) {first} directly (connected|linked|tied|related) to {second}"
//+     - "(is|was) {first} directly (connected|linked|tied|related) to {second}"
//+     - "(are|were) {first} and {second} directly (connected|linked|tied|related)"
//+     - "(what|which) direct (ties|links|connections|relations) (are there|exist) between {first} and {second}"
//+     - "direct (ties|links|connections|relations) between {first} and {second}"
//+     - "(what|which) direct (ties|links|connections) does {first} have (to|with) {second}"
//+   es:
//+     - "qué (relación directa|vínculo directo|conexión directa|nexo directo) (hay|existe) entre {first} y {second}"
//+     - "qué (relaciones directas|vínculos directos|conexiones directas|nexos directos) (hay|existen) entre {first} y {second}"
//+     - "cuál es (la relación directa|el vínculo directo|la conexión directa) entre {first} y {second}"
//+     - "cómo están directamente (conectados|vinculados|relacionados) {first} y {second}"
//+     - "(está|estaba) {first} directamente (conectado|vinculado|relacionado|conectada|vinculada|relacionada) (con|a) {second}"
//+     - "(están|estaban) {first} y {second} directamente (conectados|vinculados|relacionados)"
//+     - "(relaciones directas|vínculos directos|relación directa|vínculo directo) entre {first} y {second}"
//+ examples: [{first: person/abigael-gonzalez-valencia, second: person/nemesio-oseguera-cervantes}, {first: person/abigael-gonzalez-valencia, second: organization/cjng}, {first: person/rafael-caro-quintero, second: transfer/2025-02-27}]
//+ parameters:
//+   first: {type: Entity, required: true}
//+   second: {type: Entity, required: true}
//+ columns: {subject: Entity, relation: text, object: Entity, status: text, inferred: boolean, valid: interval}
//+ order: [inferred, subject, relation, object, valid]
MATCH (a:Entity {id: $first})
MATCH (b:Entity {id: $second})
MATCH (a)-[r]-(b)
WHERE r.claims IS NOT NULL AND NOT coalesce(r.rule, '') IN ['inverse', 'symmetric', 'subproperty'] AND a.id <> b.id
WITH r, startNode(r) AS s, endNode(r) AS o
RETURN s.id AS subject_id, s.name AS subject, type(r) AS relation, o.id AS object_id, o.name AS object,
       r.status AS status, r.inferred AS inferred, r.valid AS valid, r.claims AS claims
