//+ title: {en: "Who somebody is", es: "Quién es alguien"}
//+ about:
//+   en: "What the sources say about a person, a group or an organisation: aliases, roles, descriptions, offices, memberships, recorded kin, transfers and what else happened to them; each with its status. An allegation or an opinion is shown as one."
//+   es: "Lo que las fuentes dicen de una persona, un grupo o una organización: alias, papeles, descripciones, cargos, pertenencias, parientes registrados, traslados y qué más le ocurrió; cada cosa con su estado. Una acusación o una opinión se muestra como tal."
//+ parameters:
//+   entity: {type: Actor, default: null}
//+ columns: {entity: Actor, subject: Entity, relation: text, object: Entity, value: text, valid: interval, status: text}
//+ order: [entity, relation, subject, object, value]
//+ from: entity
//+ to: entity
//+ attributes: [subject, relation, object, value, valid, status]
//+ says:
//+   en: "{subject} {relation}[ {object}][ {value}][, {valid}] ({status})"
//+   es: "{subject} {relation}[ {object}][ {value}][, {valid}] ({status})"
//+ questions:
//+   en: ["Who is La Tuta?", "Who is Vicente Carrillo Fuentes?"]
//+   es: ["¿Quién es El Viceroy?", "perfil de Servando Gómez Martínez"]
//+ examples:
//+   - {entity: person/servando-gomez-martinez}
//+   - {entity: person/vicente-carrillo-fuentes}
//+   - {entity: organization/los-cuinis}
//? entity: MATCH (x:Entity {id: $entity})
MATCH (x:Actor)
WHERE $entity IS NULL OR x.id = $entity
CALL (x) {
  MATCH (x)<-[:SUBJECT]-(c:Claim)
  WHERE c.predicate IN ['alias', 'role', 'description'] AND c.rank <> 'deprecated'
    AND NOT c.status IN ['denied', 'threatened', 'promised']
  RETURN x.id AS subject_id, x.name AS subject, c.predicate AS relation, null AS object_id, null AS object,
         c.value AS value, c.valid AS valid, c.status AS status, [c.id] AS claims
  UNION ALL
  MATCH (x)-[r:MEMBER_OF|LEADS|FOUNDED|HOLDS_OFFICE|PART_OF|ALLIED_WITH|RIVAL_OF|SPLIT_FROM|SUCCESSOR_OF|AFFILIATED_WITH|ALLEGEDLY_TIED_TO|BASED_IN|OPERATES_IN|CITIZEN_OF|EMPLOYED_BY|TRANSFERRED_IN|HEADED_BY|LED_BY|FOUNDED_BY|HAS_MEMBER|HAS_PART|JURISDICTION]->(y:Entity)
  WHERE r.claims IS NOT NULL
  RETURN x.id AS subject_id, x.name AS subject, type(r) AS relation, y.id AS object_id, y.name AS object,
         null AS value, r.valid AS valid, r.status AS status, r.claims AS claims
  UNION ALL
  MATCH (x)<-[r:CONCERNS|INVOLVES|VICTIM|ALLEGED_PERPETRATOR|JUDGE|CONDUCTED_BY|MADE_BY|HAS_PARTY|IN_COURT|EMPLOYED_BY|OFFICE_IN|PUBLISHED_BY]-(y:Entity)
  WHERE r.claims IS NOT NULL
  RETURN y.id AS subject_id, y.name AS subject, type(r) AS relation, x.id AS object_id, x.name AS object,
         null AS value, r.valid AS valid, r.status AS status, r.claims AS claims
  UNION ALL
  MATCH (x)<-[r:CONCERNS]-(y:Entity)<-[:SUBJECT]-(c:Claim)
  WHERE r.claims IS NOT NULL AND c.predicate = 'offence' AND c.drawn
  RETURN y.id AS subject_id, y.name AS subject, c.predicate AS relation, x.id AS object_id, x.name AS object,
         c.value AS value, c.valid AS valid, c.status AS status, r.claims + [c.id] AS claims
  UNION ALL
  MATCH (x)-[r]->(y:Entity)
  WHERE r.degree IS NOT NULL
  MATCH (x)<-[:SUBJECT|OBJECT]-(c:Claim)-[:SUBJECT|OBJECT]->(y)
  WHERE c.id IN r.claims AND NOT (r.inferred AND type(r) = 'PARENT_OF')
  RETURN x.id AS subject_id, x.name AS subject, type(r) AS relation, y.id AS object_id, y.name AS object,
         null AS value, r.valid AS valid, r.status AS status, r.claims AS claims
}
RETURN x.id AS entity_id, x.name AS entity, subject_id, subject, relation, object_id, object, value, valid, status, claims
