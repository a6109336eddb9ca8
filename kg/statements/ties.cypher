// All facts between two entities, with their claims.
MATCH (s:Entity)-[r]->(o:Entity)
WHERE r.claims IS NOT NULL
RETURN s.id AS subject, type(r) AS predicate, o.id AS object, r.valid AS valid,
       r.valid_from AS valid_from, r.valid_to AS valid_to, r.statuses AS statuses, r.status AS status,
       r.inferred AS inferred, r.claims AS claims
