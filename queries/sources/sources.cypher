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
//+     publisher: [publisher, media, news outlet, media outlet, website, publishers, newspaper name,
//+       publication, who published, publishing house]
//+     published: [publication date, date of publication, published, published on, date published,
//+       publish date, publishing date, publication day, day of publication, date of the article,
//+       dates of publication, when published, dated]
//+     url: [URL, web address, links, weblink, web link, hyperlink, web addresses, urls, page link,
//+       article link]
//+   es:
//+     publisher: [editor, medio, editorial, medio de comunicación, diario, sitio web, casa editorial,
//+       editora, quién publicó, medio que publicó, periódico que publicó]
//+     published: [fecha de publicación, publicado, publicada, cuándo se publicó, fechas de publicación,
//+       día de publicación, fecha del artículo, fecha de la nota, cuándo salió publicado, publicar]
//+     url: [vínculo web, enlaces, url, liga de internet, dirección web, página web de la fuente,
//+       enlace web]
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
