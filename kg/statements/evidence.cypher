// The claims behind an answer by their ids: who says so, where, and how firmly.
UNWIND $ids AS wanted
MATCH (c:Entity {id: wanted})-[:STATED_IN]->(s:Entity)
OPTIONAL MATCH (c)-[:ATTRIBUTED_TO]->(a:Entity)
RETURN c.id AS id, s.id AS source, c.locator AS locator, c.quote AS quote, a.name AS attributed_to,
       c.status AS status, c.rank AS rank
