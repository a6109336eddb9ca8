//+ title: {en: "What an entity is tied to, without claims", es: "Con qué está vinculada una entidad, sin afirmaciones"}
MATCH (a:Entity {id: 'person/nemesio-oseguera-cervantes'})-[r]-(b:Entity)
WHERE r.claims IS NOT NULL AND NOT coalesce(r.mirror, false)
RETURN a, r, b
