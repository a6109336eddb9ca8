// The facts between an entity and others, in either direction, with their claims.
MATCH (n:Entity {id: $id})-[r]-(:Entity)
WHERE r.claims IS NOT NULL
WITH DISTINCT r, startNode(r) AS s, endNode(r) AS o
RETURN s.id AS subject, type(r) AS predicate, o.id AS object, r.valid AS valid,
       r.valid_from AS valid_from, r.valid_to AS valid_to, r.statuses AS statuses, r.status AS status,
       r.inferred AS inferred, r.claims AS claims
