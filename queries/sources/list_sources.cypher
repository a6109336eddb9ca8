//+ title: {en: "Sources", es: "Fuentes"}
//+ about:
//+   en: "The articles, pages, tables and datasets from which claims were taken, with kind, publisher, date and address as far as they are known."
//+   es: "Los artículos, páginas, tablas y conjuntos de datos de donde se tomaron las afirmaciones, con clase, editor, fecha y dirección hasta donde se conocen."
//+ answer: {en: "Sources: {n}.", es: "Fuentes: {n}."}
//+ ask:
//+   en:
//+     - "[list|show] [me] [all] [the] sources"
//+     - "(which|what) sources (are there|are used|do you have|do you use|are known)"
//+     - "what are the sources"
//+     - "where does the (data|information|knowledge) come from"
//+   es:
//+     - "[lista|enumera|muestra|muéstrame] [todas] [las] fuentes"
//+     - "(qué|cuáles) fuentes (hay|existen|se usan|usas|tienes)"
//+     - "cuáles son las fuentes"
//+     - "de dónde (viene|vienen|sale|salen) (la información|los datos)"
//+ examples: [{}]
//+ columns: {source: Source, kind: text, publisher: text, published: interval, url: text}
//+ order: [kind, source]
MATCH (s:Source)
RETURN s.id AS source_id, s.name AS source, s.kind AS kind, s.publisher AS publisher,
       s.published AS published, s.url AS url,
       [(s)<-[:STATED_IN]-(c:Claim) | c.id] AS claims
