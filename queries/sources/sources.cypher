//+ title: {en: "Sources", es: "Fuentes"}
//+ about:
//+   en: "The articles, pages, tables and datasets from which claims were taken, with kind, publisher, date and address as far as they are known."
//+   es: "Los artículos, páginas, tablas y conjuntos de datos de los que se tomaron afirmaciones, con tipo, editor, fecha y dirección hasta donde se conocen."
//+ parameters:
//+   source: {type: Source, default: null}
//+ columns: {source: Source, kind: text, publisher: text, published: interval, url: text}
//+ order: [kind, source]
//+ from: source
//+ to: source
//+ attributes: [kind, publisher, published, url]
//+ words:
//+   en:
//+     publisher: [publisher, media, news outlet, media outlet, website]
//+     published: [publication date, date of publication, published, published on, date published,
//+       publish date]
//+     url: [URL, web address, links, weblink, web link, hyperlink]
//+   es:
//+     publisher: [editor, medio, editorial, medio de comunicación, diario, sitio web, casa editorial]
//+     published: [fecha de publicación, publicado, publicada, cuándo se publicó]
//+     url: [vínculo web, enlaces, url]
//+ says:
//+   en: "{source}[, {publisher}][, {published}]"
//+   es: "{source}[, {publisher}][, {published}]"
//+ questions:
//+   en: ["List the sources.", "List all the sources."]
//+   es: ["Lista de fuentes", "Lista de todas las fuentes"]
//+ examples:
//+   - {}
//+   - {source: source/df208c2b269460e3}
//? source: MATCH (s:Entity {id: $source})
MATCH (s:Source)
WHERE $source IS NULL OR s.id = $source
RETURN s.id AS source_id, s.name AS source, s.kind AS kind, s.publisher AS publisher,
       s.published AS published, s.url AS url,
       [(s)<-[:STATED_IN]-(c:Claim) | c.id] AS claims
