CALL () {
«query»
}
UNWIND claims AS supporting
WITH DISTINCT supporting
MATCH (:Entity {id: supporting})-[:SUBJECT]->(a)
OPTIONAL MATCH (a)-[r]->(b) WHERE supporting IN r.claims AND NOT r.inferred
RETURN DISTINCT a, r, b
