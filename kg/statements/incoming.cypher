// What is said of others and an entity: relationships that lead to it, with their claims.
MATCH (n:Entity {id: $id})<-[r]-(x:Entity)
WHERE r.claims IS NOT NULL
RETURN type(r) AS predicate, x.name AS object, x.id AS object_id, r.valid AS valid,
       r.status AS status, r.inferred AS inferred, r.claims AS claims
