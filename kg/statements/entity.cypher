// An entity by its id: names and labels.
MATCH (n:Entity {id: $id})
RETURN n.name AS name, n.names AS names, labels(n) AS labels
