// The words of sources that claims cite.
MATCH (c:Claim) WHERE c.quote IS NOT NULL RETURN DISTINCT c.quote AS text
