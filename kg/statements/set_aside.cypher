// Claims that were set aside without a claim that contradicts them.
MATCH (c:Claim)
WHERE c.rank = 'deprecated' AND NOT EXISTS { (c)-[:CONTRADICTS]-(:Entity) }
MATCH (c)-[:SUBJECT]->(s:Entity)
OPTIONAL MATCH (c)-[:OBJECT]->(o:Entity)
RETURN c.id AS id, s.id AS subject, o.id AS object
