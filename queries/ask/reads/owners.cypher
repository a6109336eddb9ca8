// Whose the things of a class are, with the names of these.
MATCH (n:Entity)-[r]->(p:Entity) WHERE $class IN labels(n) AND type(r) = $of
RETURN n.id AS id, p.id AS owner, p.names AS names, p.hidden_label AS hidden
