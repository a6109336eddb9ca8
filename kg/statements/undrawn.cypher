// Claims about an entity and another that draw no fact: set aside, denied, threatened, opinion.
MATCH (n:Entity {id: $id})<-[:SUBJECT]-(c:Claim)-[:OBJECT]->(x:Entity)
WHERE c.drawn = false
RETURN c.predicate AS predicate, x.name AS object, x.id AS object_id, c.valid AS valid,
       c.status AS status, c.rank AS rank, false AS inferred, [c.id] AS claims
UNION ALL
MATCH (n:Entity {id: $id})<-[:OBJECT]-(c:Claim)-[:SUBJECT]->(x:Entity)
WHERE c.drawn = false
RETURN '^' + c.predicate AS predicate, x.name AS object, x.id AS object_id, c.valid AS valid,
       c.status AS status, c.rank AS rank, false AS inferred, [c.id] AS claims
