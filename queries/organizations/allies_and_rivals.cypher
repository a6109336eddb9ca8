//+ title: {en: Ties between an organisation and others, es: Vínculos de una organización con otras}
//+ about:
//+   en: "Alliances, rivalries, affiliations, memberships, parts, splits and successions between this organisation and others, each read from the subject to the object. The status says how firmly: alleged is not proven."
//+   es: "Alianzas, rivalidades, vínculos, pertenencias, partes, escisiones y sucesiones entre esta organización y otras, leídas del sujeto al objeto. El estado dice con qué firmeza: alegado no es probado."
//+ answer: {en: "Ties between {organization} and other organisations: {n}.", es: "Vínculos de {organization} con otras organizaciones: {n}."}
//+ ask:
//+   en:
//+     - "who (are|were) the (allies and rivals|rivals and allies|allies and enemies|friends and enemies) of {organization}"
//+     - "who are {organization}'s (allies and rivals|rivals and allies|allies and enemies)"
//+     - "(which|what) (ties|links|relations|relationships|connections) does {organization} have (with|to) other (organisations|organizations|cartels|groups)"
//+     - "(which|what) (organisations|organizations|cartels|groups) (is|are) {organization} (tied to|linked to|linked with|connected to|affiliated with|associated with)"
//+     - "(which|what) (organisations|organizations|cartels|groups) are (tied to|linked to|linked with|connected to|affiliated with|associated with) {organization}"
//+     - "how is {organization} (related|connected|tied|linked) to other (organisations|organizations|cartels|groups)"
//+     - "[the] allies and rivals of {organization}"
//+   es:
//+     - "quiénes son los (aliados y rivales|rivales y aliados|aliados y enemigos) (de|del) {organization}"
//+     - "qué (vínculos|relaciones|lazos|nexos) tiene {organization} con otras organizaciones"
//+     - "qué (vínculos|relaciones|lazos|nexos) tiene {organization} con otros (cárteles|grupos)"
//+     - "con qué (organizaciones|cárteles|grupos) (está|están) (vinculado|vinculada|vinculados|relacionado|relacionada|ligado) {organization}"
//+     - "qué (organizaciones|cárteles|grupos) están (vinculados|vinculadas|ligados|ligadas) (a|al|con) {organization}"
//+     - "[los] aliados y rivales (de|del) {organization}"
//+ examples: [{organization: organization/cjng}, {organization: organization/sinaloa-cartel}]
//+ parameters:
//+   organization: {type: Organization, required: true}
//+ columns: {subject: Organization, tie: text, object: Organization, status: text, inferred: boolean, valid: interval}
//+ order: [tie, subject, object, valid]
MATCH (o:Entity {id: $organization})-[r:ALLIED_WITH|RIVAL_OF|AFFILIATED_WITH|PART_OF|SPLIT_FROM|SUCCESSOR_OF|MEMBER_OF]-(x:Entity)
WHERE x:Organization AND x.id <> $organization
WITH r, startNode(r) AS s, endNode(r) AS t
WHERE r.rule IS NULL OR r.rule <> 'symmetric'
RETURN s.id AS subject_id, s.name AS subject, type(r) AS tie, t.id AS object_id, t.name AS object,
       r.status AS status, r.inferred AS inferred, r.valid AS valid, r.claims AS claims
