// The facts between pairs of entities, with their claims and how rules conclude them.
UNWIND $pairs AS pair
MATCH (s:Entity {id: pair.subject})-[r]->(o:Entity {id: pair.object})
WHERE r.claims IS NOT NULL
RETURN s.id AS subject, s.name AS subject_name, type(r) AS predicate, o.id AS object,
       o.name AS object_name, r.valid AS valid, r.statuses AS statuses, r.status AS status,
       r.inferred AS inferred, r.derivations AS derivations, r.claims AS claims
