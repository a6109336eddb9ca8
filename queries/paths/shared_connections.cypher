//+ title: {en: "What two people or organisations are both tied to", es: "Con qué están vinculadas dos personas u organizaciones a la vez"}
//+ about:
//+   en: "People, organisations, events, offices and places that both are tied to, with each one's tie, recorded or inferred, read from the subject to the object. The status says how firmly: alleged is not proven, and a shared tie is no accusation."
//+   es: "Personas, organizaciones, hechos, cargos y lugares con los que ambas están vinculadas, con el vínculo de cada una, registrado o inferido, leído del sujeto al objeto. El estado dice con qué firmeza: alegado no es probado, y un vínculo común no es una acusación."
//+ parameters:
//+   first: {type: Actor, required: true}
//+   second: {type: Actor, required: true}
//+ columns: {first: Actor, second: Actor, connection: Entity, subject: Entity, relation: text, object: Entity, status: text, inferred: boolean}
//+ order: [connection, subject, relation, object]
//+ from: first
//+ to: second
//+ attributes: [connection, subject, relation, object, status]
//+ words:
//+   en:
//+     connection: [shared connection, common connection, connection in common, shared link, common link,
//+       shared ties, common ties, things in common, shared contacts, mutual connection, mutual contact,
//+       mutual ties, mutual acquaintances, have in common, in common, common ground,
//+       shared acquaintances, mutual friends, common contacts, common acquaintances, what links both,
//+       share]
//+   es:
//+     connection: [conexión común, conexión compartida, vínculo común, vínculo compartido,
//+       tener en común, tienen en común, en común, lazos en común, vínculos en común,
//+       contactos en común, conocidos en común, conexiones en común, nexos comunes, nexo en común,
//+       qué comparten, coincidencias, puntos en común, conocidos comunes, contactos comunes,
//+       lazos comunes, qué tienen los dos, compartir]
//+ says:
//+   en: "both are tied to {connection}: {subject} {relation} {object} ({status})"
//+   es: "ambos están vinculados con {connection}: {subject} {relation} {object} ({status})"
//+ questions:
//+   en: ["What do Omar Treviño Morales and Lucio Hernández Lechuga have in common?", "Which shared connections do Abigael González Valencia and El Mencho have?"]
//+   es: ["¿Qué tienen en común Omar Treviño Morales y Lucio Hernández Lechuga?", "¿Qué vínculos comunes tienen Abigael González Valencia y El Mencho?"]
//+ examples:
//+   - {first: person/abigael-gonzalez-valencia, second: person/nemesio-oseguera-cervantes}
//+   - {first: person/omar-trevino-morales, second: person/lucio-hernandez-lechuga}
MATCH (a:Entity {id: $first})-[r:PARENT_OF|CHILD_OF|FATHER_OF|MOTHER_OF|SIBLING_OF|HALF_SIBLING_OF|STEP_SIBLING_OF|SPOUSE_OF|STEP_PARENT_OF|STEP_CHILD_OF|GRANDPARENT_OF|GRANDCHILD_OF|GREAT_GRANDPARENT_OF|GREAT_GRANDCHILD_OF|UNCLE_OR_AUNT_OF|NEPHEW_OR_NIECE_OF|GREAT_UNCLE_OR_AUNT_OF|GREAT_NEPHEW_OR_NIECE_OF|COUSIN_OF|PARENT_IN_LAW_OF|CHILD_IN_LAW_OF|SIBLING_IN_LAW_OF|RELATED_TO|MEMBER_OF|LEADS|FOUNDED|AFFILIATED_WITH|PART_OF|ALLIED_WITH|RIVAL_OF|SPLIT_FROM|SUCCESSOR_OF|ALLEGEDLY_TIED_TO|EMPLOYED_BY|HOLDS_OFFICE|HEADED_BY|TRANSFERRED_IN|CONCERNS|CONDUCTED_BY|VICTIM|ALLEGED_PERPETRATOR|JUDGE|INVOLVES|MADE_BY|DIRECTED_AT|ABOUT|HAS_PARTY|SUPPORTS|OPPOSES|BASED_IN|OPERATES_IN|CITIZEN_OF]-(x:Entity)
WHERE r.claims IS NOT NULL AND NOT coalesce(r.rule, '') IN ['inverse', 'symmetric', 'subproperty']
  AND x.id <> $first AND x.id <> $second AND $first <> $second
WITH DISTINCT a, x
MATCH (b:Entity {id: $second})-[q:PARENT_OF|CHILD_OF|FATHER_OF|MOTHER_OF|SIBLING_OF|HALF_SIBLING_OF|STEP_SIBLING_OF|SPOUSE_OF|STEP_PARENT_OF|STEP_CHILD_OF|GRANDPARENT_OF|GRANDCHILD_OF|GREAT_GRANDPARENT_OF|GREAT_GRANDCHILD_OF|UNCLE_OR_AUNT_OF|NEPHEW_OR_NIECE_OF|GREAT_UNCLE_OR_AUNT_OF|GREAT_NEPHEW_OR_NIECE_OF|COUSIN_OF|PARENT_IN_LAW_OF|CHILD_IN_LAW_OF|SIBLING_IN_LAW_OF|RELATED_TO|MEMBER_OF|LEADS|FOUNDED|AFFILIATED_WITH|PART_OF|ALLIED_WITH|RIVAL_OF|SPLIT_FROM|SUCCESSOR_OF|ALLEGEDLY_TIED_TO|EMPLOYED_BY|HOLDS_OFFICE|HEADED_BY|TRANSFERRED_IN|CONCERNS|CONDUCTED_BY|VICTIM|ALLEGED_PERPETRATOR|JUDGE|INVOLVES|MADE_BY|DIRECTED_AT|ABOUT|HAS_PARTY|SUPPORTS|OPPOSES|BASED_IN|OPERATES_IN|CITIZEN_OF]-(x)
WHERE q.claims IS NOT NULL AND NOT coalesce(q.rule, '') IN ['inverse', 'symmetric', 'subproperty']
WITH DISTINCT a, b, x
UNWIND [a, b] AS side
MATCH (side)-[r:PARENT_OF|CHILD_OF|FATHER_OF|MOTHER_OF|SIBLING_OF|HALF_SIBLING_OF|STEP_SIBLING_OF|SPOUSE_OF|STEP_PARENT_OF|STEP_CHILD_OF|GRANDPARENT_OF|GRANDCHILD_OF|GREAT_GRANDPARENT_OF|GREAT_GRANDCHILD_OF|UNCLE_OR_AUNT_OF|NEPHEW_OR_NIECE_OF|GREAT_UNCLE_OR_AUNT_OF|GREAT_NEPHEW_OR_NIECE_OF|COUSIN_OF|PARENT_IN_LAW_OF|CHILD_IN_LAW_OF|SIBLING_IN_LAW_OF|RELATED_TO|MEMBER_OF|LEADS|FOUNDED|AFFILIATED_WITH|PART_OF|ALLIED_WITH|RIVAL_OF|SPLIT_FROM|SUCCESSOR_OF|ALLEGEDLY_TIED_TO|EMPLOYED_BY|HOLDS_OFFICE|HEADED_BY|TRANSFERRED_IN|CONCERNS|CONDUCTED_BY|VICTIM|ALLEGED_PERPETRATOR|JUDGE|INVOLVES|MADE_BY|DIRECTED_AT|ABOUT|HAS_PARTY|SUPPORTS|OPPOSES|BASED_IN|OPERATES_IN|CITIZEN_OF]-(x)
WHERE r.claims IS NOT NULL AND NOT coalesce(r.rule, '') IN ['inverse', 'symmetric', 'subproperty']
WITH a, b, x, r, startNode(r) AS s, endNode(r) AS o
RETURN a.id AS first_id, a.name AS first, b.id AS second_id, b.name AS second,
       x.id AS connection_id, x.name AS connection, s.id AS subject_id, s.name AS subject, type(r) AS relation,
       o.id AS object_id, o.name AS object, r.status AS status, r.inferred AS inferred, r.claims AS claims
