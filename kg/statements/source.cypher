// A source by its id: what it is and where it is to be read.
MATCH (s:Entity {id: $id})
WHERE s:Source
RETURN s.id AS id, s.kind AS kind, s.title AS title, s.publisher AS publisher, s.published AS published,
       s.url AS url, s.sha256 AS sha256
