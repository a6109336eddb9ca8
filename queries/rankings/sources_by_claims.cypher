//+ title: {en: "Sources by number of claims", es: "Fuentes por número de afirmaciones"}
//+ about:
//+   en: "How many claims were taken from each source, of every status and rank."
//+   es: "Cuántas afirmaciones se tomaron de cada fuente, de cualquier estado y rango."
//+ answer: {en: "Sources with claims: {n}.", es: "Fuentes con afirmaciones: {n}."}
//+ ask:
//+   en:
//+     - "(which|what) (source|article) has [the] most claims"
//+     - "(which|what) (sources|articles) have [the] most claims"
//+     - "(rank|list|show) [the] sources by [number of] claims"
//+     - "how many claims (does each source have|are in each source|come from each source)"
//+     - "(which|what) source (makes|contains) [the] most claims"
//+     - "sources by number of claims"
//+   es:
//+     - "qué (fuente|artículo) (tiene|contiene|hace) más afirmaciones"
//+     - "qué (fuentes|artículos) (tienen|contienen) más afirmaciones"
//+     - "[lista|ordena|muestra] [las] fuentes por [número de] afirmaciones"
//+     - "cuántas afirmaciones (tiene|hay en) cada fuente"
//+ examples: [{}]
//+ columns: {source: Source, number: integer}
//+ order: [-number, source]
MATCH (c:Claim)-[:STATED_IN]->(s:Source)
WITH s, count(DISTINCT c) AS number, collect(DISTINCT c.id) AS found
RETURN s.id AS source_id, s.name AS source, number, found AS claims
