//+ title: {en: Organisations that an organisation is part of, es: Organizaciones de las que una organización es parte}
//+ about:
//+   en: "The larger organisations that an organisation is a part of, directly or through another (inferred)."
//+   es: "Las organizaciones mayores de las que una organización es parte, directamente o a través de otra (inferido)."
//+ answer: {en: "{organization} is part of: {n}.", es: "{organization} es parte de: {n}."}
//+ ask:
//+   en:
//+     - "(which|what) (organisation|organization|cartel|group) (is|was) {organization} [a] (part|faction|branch|cell) of"
//+     - "(which|what) (organisations|organizations|cartels) (is|are) {organization} part of"
//+     - "of (which|what) (organisation|organization|cartel|group) (is|are) {organization} a (part|faction|branch)"
//+     - "(which|what) (organisation|organization|cartel|group) (do|does) {organization} (belong to|form part of)"
//+     - "to (which|what) (organisation|organization|cartel|group) (do|does) {organization} belong"
//+     - "what (is|are) {organization} [a] (part|faction) of"
//+     - "(which|what) (organisation|organization|cartel|group) are {organization} [a] (part|faction) of"
//+   es:
//+     - "de (qué|cuál) (organización|cártel|grupo) (es|son|forma|forman) (parte|facción|una facción) {organization}"
//+     - "a (qué|cuál) (organización|cártel|grupo) (pertenece|pertenecen|pertenecían) {organization}"
//+     - "de (qué|cuál) (organización|cártel|grupo) (es|son) {organization} [una] (parte|facción)"
//+     - "de qué (es|son) (parte|facción) {organization}"
//+ examples: [{organization: organization/los-chapitos}, {organization: organization/los-malas-manas}]
//+ parameters:
//+   organization: {type: Organization, required: true}
//+ columns: {larger: Organization, status: text, inferred: boolean, valid: interval}
//+ order: [inferred, larger, valid]
MATCH (o:Entity {id: $organization})-[r:PART_OF]->(x:Entity)
RETURN x.id AS larger_id, x.name AS larger, r.status AS status, r.inferred AS inferred, r.valid AS valid, r.claims AS claims
