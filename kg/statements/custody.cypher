// The events of custody and law that concern a person: when, where, on what ground, under whom.
MATCH (p:Entity {id: $id})<-[r:CONCERNS|TRANSFER_OF]-(e:Entity)
WHERE (e:CustodyEvent OR e:LegalEvent) AND r.claims IS NOT NULL
RETURN e.id AS event_id, e.name AS event, labels(e) AS labels, e.date AS date,
       e.date_from AS date_from, e.date_to AS date_to, e.legal_form AS legal_form,
       r.status AS status, r.claims AS claims,
       [(e)-[:OCCURRED_AT]->(x:Entity) | x.name] AS places,
       [(e)-[:FROM_COUNTRY]->(x1:Entity) | x1.name] AS from_countries,
       [(e)-[:TO_COUNTRY]->(x2:Entity) | x2.name] AS to_countries,
       [(e)-[:LEGAL_BASIS]->(x3:Entity) | x3.name] AS legal_basis,
       [(e)-[:OCCURRED_UNDER]->(x4:Entity) | x4.name] AS administrations,
       [(e)-[:POSSIBLY_UNDER]->(x5:Entity) | x5.name] AS possible_administrations
