// What is said of an entity in a text, number or date: claims with a value.
MATCH (c:Claim)-[:SUBJECT]->(n:Entity {id: $id})
WHERE c.value IS NOT NULL
RETURN c.predicate AS predicate, c.value AS object, null AS object_id, c.valid AS valid,
       c.status AS status, c.rank AS rank, false AS inferred, [c.id] AS claims
