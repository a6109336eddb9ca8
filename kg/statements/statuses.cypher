// How firmly claims say what they say.
UNWIND $ids AS wanted
MATCH (c:Entity {id: wanted})
RETURN c.id AS id, c.status AS status
