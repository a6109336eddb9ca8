//+ title: {en: "What some claims weigh", es: "Cuánto pesan algunas afirmaciones"}
//+ about:
//+   en: "For each of the claims its source, who publishes that and who speaks, with status, rank and certainty: what 'kg paths' counts independent support by."
//+   es: "De cada una de las afirmaciones, su fuente, quién la publica y quién habla, con estado, rango y certeza: aquello por lo que 'kg paths' cuenta el apoyo independiente."
//+ parameters:
//+   given: {type: "Claim[]", required: true, about: "ids of claims"}
//+ columns: {claim: text, source: Source, publisher: text, speaker: "Actor[]", status: text, rank: text, certainty: text}
//+ order: [source, claim]
//+ examples:
//+   - {given: [claim/56cc1eb09e5931c2-077, claim/b57c6af5b0474095-038]}
//+   - {given: [claim/relations-nemesio-oseguera-cervantes-spouse-of-rosalinda-gonzalez-valencia-elhorizonte, claim/b57c6af5b0474095-100]}
UNWIND $given AS wanted
MATCH (c:Entity {id: wanted})-[:STATED_IN]->(s:Entity)
RETURN c.id AS claim, s.id AS source_id, s.name AS source, s.publisher AS publisher,
       [(c)-[:ATTRIBUTED_TO]->(a:Entity) | a.name] AS speaker, [(c)-[:ATTRIBUTED_TO]->(a1:Entity) | a1.id] AS speaker_id,
       c.status AS status, c.rank AS rank, c.certainty AS certainty, [c.id] AS claims
