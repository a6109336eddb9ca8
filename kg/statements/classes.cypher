// The classes of an entity, and how rules conclude those that nobody states.
MATCH (n:Entity {id: $id})
RETURN n.name AS name, labels(n) AS labels, n.derivations AS derivations
