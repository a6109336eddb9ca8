// All sources with the number of their claims.
MATCH (s:Entity)
WHERE s:Source
RETURN s.id AS source, s.kind AS kind, s.title AS title, s.publisher AS publisher,
       s.published AS published, s.url AS url, COUNT { (s)<-[:STATED_IN]-() } AS claims
