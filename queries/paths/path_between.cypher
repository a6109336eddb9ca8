//+ title: {en: "How two people or organisations are connected", es: "Cómo están conectadas dos personas u organizaciones"}
//+ about:
//+   en: "The direct ties between the two, recorded or inferred, and the shortest chains of recorded ties through others, of two to four steps; at most twenty chains. A row is a step, read from the subject to the object; paths are numbered from the shortest. The status says how firmly: alleged is not proven, and a chain of ties is no accusation."
//+   es: "Los vínculos directos entre ambas, registrados o inferidos, y las cadenas más cortas de vínculos registrados a través de otros, de dos a cuatro pasos; veinte cadenas a lo sumo. Una fila es un paso, leído del sujeto al objeto; los caminos se numeran desde el más corto. El estado dice con qué firmeza: alegado no es probado, y una cadena de vínculos no es una acusación."
//+ parameters:
//+   first: {type: Actor, required: true}
//+   second: {type: Actor, required: true}
//+ columns: {first: Actor, second: Actor, path: integer, step: integer, subject: Entity, relation: text, object: Entity, status: text, inferred: boolean}
//+ order: [path, step, subject, relation, object]
//+ from: first
//+ to: second
//+ attributes: [path, subject, relation, object, status]
//+ words:
//+   en:
//+     first -> second: [connected, linked, tied, related, associated, link between, connection between,
//+       relation between, relationship between, tie between, link, relation, relationship, connection,
//+       relate to, have a connection, have to do with, link up, tie together, have to do,
//+       have anything to do, have something to do, know each other]
//+     path: [path, chain, connection, link, degrees of separation, relationship, nexus,
//+       degree of separation, chain of relations, relation, paths, route, trail, string of connections,
//+       how many steps, degrees, chain of links, connections]
//+   es:
//+     first -> second: [conectado, vinculado, ligado, relacionado, asociado, vínculo, nexo, relación,
//+       conexión, lazo, qué relación, link, parentesco, unir, enlazar, tener que ver con, se conectan,
//+       tener que ver, tienen que ver, qué tienen que ver, tener algo que ver, tener relación]
//+     path: [camino, cadena, conexión, ruta, relación, vínculo, nexo, lazo, liga, link,
//+       cadena de relaciones, caminos, cadenas, cadena de vínculos, grados de separación, trayecto,
//+       hilo]
//+ says:
//+   en: "{subject} {relation} {object} ({status})"
//+   es: "{subject} {relation} {object} ({status})"
//+ questions:
//+   en: ["How are Abigael González Valencia and Nemesio Oseguera Cervantes connected?", "How is El Cuini connected to Armando Valencia Cornelio?"]
//+   es: ["¿Qué relación hay entre Jair Francisco Patrón Tobías y Jesús Ricardo Patrón Sánchez?", "¿Cómo están conectados El Cuini y Armando Valencia Cornelio?"]
//+ no_twin: "a path is no value in SPARQL, so paths cannot be ranked and numbered there; connected_directly and shared_connections have twins"
//+ examples:
//+   - {first: person/abigael-gonzalez-valencia, second: person/nemesio-oseguera-cervantes}
//+   - {first: person/jair-francisco-patron-tobias, second: person/jesus-ricardo-patron-sanchez}
//+   - {first: person/rafael-caro-quintero, second: person/pamela-bondi}
MATCH (a:Entity {id: $first})
MATCH (b:Entity {id: $second})
WHERE $first <> $second
CALL (a, b) {
  MATCH (a)-[r:PARENT_OF|CHILD_OF|FATHER_OF|MOTHER_OF|SIBLING_OF|HALF_SIBLING_OF|STEP_SIBLING_OF|SPOUSE_OF|STEP_PARENT_OF|STEP_CHILD_OF|GRANDPARENT_OF|GRANDCHILD_OF|GREAT_GRANDPARENT_OF|GREAT_GRANDCHILD_OF|UNCLE_OR_AUNT_OF|NEPHEW_OR_NIECE_OF|GREAT_UNCLE_OR_AUNT_OF|GREAT_NEPHEW_OR_NIECE_OF|COUSIN_OF|PARENT_IN_LAW_OF|CHILD_IN_LAW_OF|SIBLING_IN_LAW_OF|RELATED_TO|MEMBER_OF|LEADS|FOUNDED|AFFILIATED_WITH|PART_OF|ALLIED_WITH|RIVAL_OF|SPLIT_FROM|SUCCESSOR_OF|ALLEGEDLY_TIED_TO|EMPLOYED_BY|HOLDS_OFFICE|HEADED_BY|TRANSFERRED_IN|CONCERNS|CONDUCTED_BY|VICTIM|ALLEGED_PERPETRATOR|JUDGE|INVOLVES|MADE_BY|DIRECTED_AT|ABOUT|HAS_PARTY|SUPPORTS|OPPOSES]-(b)
  WHERE r.claims IS NOT NULL AND NOT coalesce(r.rule, '') IN ['inverse', 'symmetric', 'subproperty']
  RETURN count(DISTINCT type(r)) AS direct
}
CALL (a, b) {
  MATCH (a)-[r:PARENT_OF|CHILD_OF|FATHER_OF|MOTHER_OF|SIBLING_OF|HALF_SIBLING_OF|STEP_SIBLING_OF|SPOUSE_OF|STEP_PARENT_OF|STEP_CHILD_OF|GRANDPARENT_OF|GRANDCHILD_OF|GREAT_GRANDPARENT_OF|GREAT_GRANDCHILD_OF|UNCLE_OR_AUNT_OF|NEPHEW_OR_NIECE_OF|GREAT_UNCLE_OR_AUNT_OF|GREAT_NEPHEW_OR_NIECE_OF|COUSIN_OF|PARENT_IN_LAW_OF|CHILD_IN_LAW_OF|SIBLING_IN_LAW_OF|RELATED_TO|MEMBER_OF|LEADS|FOUNDED|AFFILIATED_WITH|PART_OF|ALLIED_WITH|RIVAL_OF|SPLIT_FROM|SUCCESSOR_OF|ALLEGEDLY_TIED_TO|EMPLOYED_BY|HOLDS_OFFICE|HEADED_BY|TRANSFERRED_IN|CONCERNS|CONDUCTED_BY|VICTIM|ALLEGED_PERPETRATOR|JUDGE|INVOLVES|MADE_BY|DIRECTED_AT|ABOUT|HAS_PARTY|SUPPORTS|OPPOSES]-(x:Entity)
  WHERE r.claims IS NOT NULL AND (NOT r.inferred OR type(r) = 'HOLDS_OFFICE') AND x.id <> $second AND x.id <> $first
  RETURN collect(DISTINCT x.id) AS near
}
CALL (a, b) {
  MATCH (b)-[r:PARENT_OF|CHILD_OF|FATHER_OF|MOTHER_OF|SIBLING_OF|HALF_SIBLING_OF|STEP_SIBLING_OF|SPOUSE_OF|STEP_PARENT_OF|STEP_CHILD_OF|GRANDPARENT_OF|GRANDCHILD_OF|GREAT_GRANDPARENT_OF|GREAT_GRANDCHILD_OF|UNCLE_OR_AUNT_OF|NEPHEW_OR_NIECE_OF|GREAT_UNCLE_OR_AUNT_OF|GREAT_NEPHEW_OR_NIECE_OF|COUSIN_OF|PARENT_IN_LAW_OF|CHILD_IN_LAW_OF|SIBLING_IN_LAW_OF|RELATED_TO|MEMBER_OF|LEADS|FOUNDED|AFFILIATED_WITH|PART_OF|ALLIED_WITH|RIVAL_OF|SPLIT_FROM|SUCCESSOR_OF|ALLEGEDLY_TIED_TO|EMPLOYED_BY|HOLDS_OFFICE|HEADED_BY|TRANSFERRED_IN|CONCERNS|CONDUCTED_BY|VICTIM|ALLEGED_PERPETRATOR|JUDGE|INVOLVES|MADE_BY|DIRECTED_AT|ABOUT|HAS_PARTY|SUPPORTS|OPPOSES]-(y:Entity)
  WHERE r.claims IS NOT NULL AND (NOT r.inferred OR type(r) = 'HOLDS_OFFICE') AND y.id <> $first AND y.id <> $second
  RETURN collect(DISTINCT y.id) AS far
}
WITH direct, near, far, [i IN near WHERE i IN far | [$first, i, $second]] AS two
CALL (near, far, two) {
  WITH near, far, two
  WHERE size(two) = 0
  UNWIND near AS i
  MATCH (x:Entity {id: i})-[r:PARENT_OF|CHILD_OF|FATHER_OF|MOTHER_OF|SIBLING_OF|HALF_SIBLING_OF|STEP_SIBLING_OF|SPOUSE_OF|STEP_PARENT_OF|STEP_CHILD_OF|GRANDPARENT_OF|GRANDCHILD_OF|GREAT_GRANDPARENT_OF|GREAT_GRANDCHILD_OF|UNCLE_OR_AUNT_OF|NEPHEW_OR_NIECE_OF|GREAT_UNCLE_OR_AUNT_OF|GREAT_NEPHEW_OR_NIECE_OF|COUSIN_OF|PARENT_IN_LAW_OF|CHILD_IN_LAW_OF|SIBLING_IN_LAW_OF|RELATED_TO|MEMBER_OF|LEADS|FOUNDED|AFFILIATED_WITH|PART_OF|ALLIED_WITH|RIVAL_OF|SPLIT_FROM|SUCCESSOR_OF|ALLEGEDLY_TIED_TO|EMPLOYED_BY|HOLDS_OFFICE|HEADED_BY|TRANSFERRED_IN|CONCERNS|CONDUCTED_BY|VICTIM|ALLEGED_PERPETRATOR|JUDGE|INVOLVES|MADE_BY|DIRECTED_AT|ABOUT|HAS_PARTY|SUPPORTS|OPPOSES]-(y:Entity)
  WHERE r.claims IS NOT NULL AND (NOT r.inferred OR type(r) = 'HOLDS_OFFICE') AND y.id IN far
  RETURN collect(DISTINCT [$first, x.id, y.id, $second]) AS three
}
CALL (near, far, two, three) {
  WITH near, far, two, three
  WHERE size(two) = 0 AND size(three) = 0
  UNWIND near AS i
  MATCH (x:Entity {id: i})-[r:PARENT_OF|CHILD_OF|FATHER_OF|MOTHER_OF|SIBLING_OF|HALF_SIBLING_OF|STEP_SIBLING_OF|SPOUSE_OF|STEP_PARENT_OF|STEP_CHILD_OF|GRANDPARENT_OF|GRANDCHILD_OF|GREAT_GRANDPARENT_OF|GREAT_GRANDCHILD_OF|UNCLE_OR_AUNT_OF|NEPHEW_OR_NIECE_OF|GREAT_UNCLE_OR_AUNT_OF|GREAT_NEPHEW_OR_NIECE_OF|COUSIN_OF|PARENT_IN_LAW_OF|CHILD_IN_LAW_OF|SIBLING_IN_LAW_OF|RELATED_TO|MEMBER_OF|LEADS|FOUNDED|AFFILIATED_WITH|PART_OF|ALLIED_WITH|RIVAL_OF|SPLIT_FROM|SUCCESSOR_OF|ALLEGEDLY_TIED_TO|EMPLOYED_BY|HOLDS_OFFICE|HEADED_BY|TRANSFERRED_IN|CONCERNS|CONDUCTED_BY|VICTIM|ALLEGED_PERPETRATOR|JUDGE|INVOLVES|MADE_BY|DIRECTED_AT|ABOUT|HAS_PARTY|SUPPORTS|OPPOSES]-(m:Entity)
  WHERE r.claims IS NOT NULL AND (NOT r.inferred OR type(r) = 'HOLDS_OFFICE') AND m.id <> $first AND m.id <> $second
  WITH DISTINCT far, x, m
  MATCH (m)-[q:PARENT_OF|CHILD_OF|FATHER_OF|MOTHER_OF|SIBLING_OF|HALF_SIBLING_OF|STEP_SIBLING_OF|SPOUSE_OF|STEP_PARENT_OF|STEP_CHILD_OF|GRANDPARENT_OF|GRANDCHILD_OF|GREAT_GRANDPARENT_OF|GREAT_GRANDCHILD_OF|UNCLE_OR_AUNT_OF|NEPHEW_OR_NIECE_OF|GREAT_UNCLE_OR_AUNT_OF|GREAT_NEPHEW_OR_NIECE_OF|COUSIN_OF|PARENT_IN_LAW_OF|CHILD_IN_LAW_OF|SIBLING_IN_LAW_OF|RELATED_TO|MEMBER_OF|LEADS|FOUNDED|AFFILIATED_WITH|PART_OF|ALLIED_WITH|RIVAL_OF|SPLIT_FROM|SUCCESSOR_OF|ALLEGEDLY_TIED_TO|EMPLOYED_BY|HOLDS_OFFICE|HEADED_BY|TRANSFERRED_IN|CONCERNS|CONDUCTED_BY|VICTIM|ALLEGED_PERPETRATOR|JUDGE|INVOLVES|MADE_BY|DIRECTED_AT|ABOUT|HAS_PARTY|SUPPORTS|OPPOSES]-(y:Entity)
  WHERE q.claims IS NOT NULL AND (NOT q.inferred OR type(q) = 'HOLDS_OFFICE') AND y.id IN far AND y.id <> x.id
  RETURN collect(DISTINCT [$first, x.id, m.id, y.id, $second]) AS four
}
WITH CASE WHEN direct > 0 THEN [[$first, $second]] ELSE [] END AS short, two + three + four AS chains
CALL (chains) {
  UNWIND chains AS chain
  WITH chain
  ORDER BY chain[1], chain[2], chain[3]
  LIMIT 20
  RETURN collect(chain) AS long
}
WITH short + long AS paths
UNWIND range(0, size(paths) - 1) AS n
WITH n + 1 AS path, paths[n] AS ids
UNWIND range(0, size(ids) - 2) AS k
MATCH (x:Entity {id: ids[k]})
MATCH (y:Entity {id: ids[k + 1]})
MATCH (x)-[r:PARENT_OF|CHILD_OF|FATHER_OF|MOTHER_OF|SIBLING_OF|HALF_SIBLING_OF|STEP_SIBLING_OF|SPOUSE_OF|STEP_PARENT_OF|STEP_CHILD_OF|GRANDPARENT_OF|GRANDCHILD_OF|GREAT_GRANDPARENT_OF|GREAT_GRANDCHILD_OF|UNCLE_OR_AUNT_OF|NEPHEW_OR_NIECE_OF|GREAT_UNCLE_OR_AUNT_OF|GREAT_NEPHEW_OR_NIECE_OF|COUSIN_OF|PARENT_IN_LAW_OF|CHILD_IN_LAW_OF|SIBLING_IN_LAW_OF|RELATED_TO|MEMBER_OF|LEADS|FOUNDED|AFFILIATED_WITH|PART_OF|ALLIED_WITH|RIVAL_OF|SPLIT_FROM|SUCCESSOR_OF|ALLEGEDLY_TIED_TO|EMPLOYED_BY|HOLDS_OFFICE|HEADED_BY|TRANSFERRED_IN|CONCERNS|CONDUCTED_BY|VICTIM|ALLEGED_PERPETRATOR|JUDGE|INVOLVES|MADE_BY|DIRECTED_AT|ABOUT|HAS_PARTY|SUPPORTS|OPPOSES]-(y)
WHERE r.claims IS NOT NULL AND NOT coalesce(r.rule, '') IN ['inverse', 'symmetric', 'subproperty']
WITH path, k + 1 AS step, ids, r, startNode(r) AS s, endNode(r) AS o
WHERE size(ids) = 2 OR NOT r.inferred OR type(r) = 'HOLDS_OFFICE'
MATCH (one:Entity {id: $first})
MATCH (two:Entity {id: $second})
RETURN one.id AS first_id, one.name AS first, two.id AS second_id, two.name AS second,
       path, step, s.id AS subject_id, s.name AS subject, type(r) AS relation, o.id AS object_id, o.name AS object,
       r.status AS status, r.inferred AS inferred, r.claims AS claims
