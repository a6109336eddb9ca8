// Things of a class with their days, which may stand with what they are tied to.
MATCH (n:Entity) WHERE $class IN labels(n)
OPTIONAL MATCH (n)-[d]->(t:Entity) WHERE type(d) = $dated
RETURN n.id AS id, coalesce(n.date_from, t.date_from) AS first, coalesce(n.date_to, t.date_to) AS last
