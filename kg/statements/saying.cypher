// The claims that say something of an entity with one predicate, whether or not they draw a fact.
MATCH (c:Claim)-[:SUBJECT]->(n:Entity {id: $id})
WHERE c.predicate = $predicate
OPTIONAL MATCH (c)-[:OBJECT]->(o:Entity)
RETURN c.id AS id, o.id AS object, c.value AS value, c.drawn AS drawn
