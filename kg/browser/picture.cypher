CALL () {
«query»
}
UNWIND claims AS supporting
WITH DISTINCT supporting
MATCH (:Entity {id: supporting})-[:SUBJECT]->(a)
OPTIONAL MATCH (a)-[r]->(b) WHERE supporting IN r.claims AND NOT r.inferred
OPTIONAL MATCH (a)-[once]-(b)
WHERE r.mirror AND once.claims IS NOT NULL AND NOT once.inferred AND NOT coalesce(once.mirror, false)
RETURN DISTINCT a, coalesce(once, r) AS r, b
