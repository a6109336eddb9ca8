// What is said in texts, by predicate.
MATCH (c:Claim) WHERE c.value IS NOT NULL AND c.datatype ENDS WITH 'tring'
RETURN DISTINCT c.predicate AS predicate, c.value AS text
