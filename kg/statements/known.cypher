// Whether there is a node of this id.
MATCH (n:Entity {id: $id})
RETURN n.id AS id
