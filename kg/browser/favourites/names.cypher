//+ title: {en: "Find by words of any name, the best first", es: "Buscar por palabras de cualquier nombre, primero lo más parecido"}
CALL db.index.fulltext.queryNodes('entity_names', 'mencho') YIELD node, score
WHERE NOT node:Claim
RETURN node, score
ORDER BY score DESC
LIMIT 50
