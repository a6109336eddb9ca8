//+ title: {en: "Shortest paths by ties, never through claims", es: "Caminos más cortos por vínculos, nunca por afirmaciones"}
MATCH (a:Entity {id: 'person/rafael-caro-quintero'})
MATCH (b:Entity {id: 'person/pamela-bondi'})
MATCH p = ALL SHORTEST (a)(()-[r WHERE r.claims IS NOT NULL AND NOT r.inferred AND NOT coalesce(r.mirror, false)]-()){1,6}(b)
RETURN p
