// The claims of a source by their ids.
MATCH (c:Entity)-[:STATED_IN]->(s:Entity {id: $id})
RETURN c.id AS id
