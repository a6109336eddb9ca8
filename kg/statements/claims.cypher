// Claims by their ids: what each says, who says so, where, and how firmly.
UNWIND $ids AS wanted
MATCH (c:Entity {id: wanted})-[:SUBJECT]->(x:Entity)
MATCH (c)-[:STATED_IN]->(s:Entity)
OPTIONAL MATCH (c)-[:OBJECT]->(o:Entity)
RETURN c.id AS id, x.id AS subject, x.name AS subject_name, c.predicate AS predicate,
       o.id AS object, o.name AS object_name, c.value AS value, c.valid AS valid,
       c.status AS status, c.rank AS rank, c.drawn AS drawn, c.quote AS quote,
       c.locator AS locator, c.certainty AS certainty, c.recorded AS recorded, c.note AS note,
       s.id AS source, s.title AS title, s.publisher AS publisher, s.kind AS kind, s.url AS url,
       s.published AS published, s.sha256 AS sha256,
       [(c)-[:ATTRIBUTED_TO]->(a:Entity) | a.id] AS speakers,
       [(c)-[:ATTRIBUTED_TO]->(a1:Entity) | a1.name] AS speaker_names,
       [(c)-[:VIA]->(v:Entity) | v.id] AS channels,
       [(c)-[:VIA]->(v1:Entity) | v1.name] AS channel_names,
       [(c)-[:CONTRADICTS]-(d:Entity) | d.id] AS contradicts
