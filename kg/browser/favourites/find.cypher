//+ title: {en: "Find by a part of any name", es: "Buscar por parte de cualquier nombre"}
MATCH (n:Entity)
WHERE NOT n:Claim AND any(name IN n.names WHERE toLower(name) CONTAINS toLower('mencho'))
RETURN n
LIMIT 50
