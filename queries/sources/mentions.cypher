//+ title: {en: "Mentions in sources", es: "Menciones en las fuentes"}
//+ about:
//+   en: "Which source mentions what: with at least one claim about a thing, or in which it is the speaker, and the number of such claims; claims of every status and rank count."
//+   es: "Qué fuente menciona qué: con al menos una afirmación sobre una cosa, o en que ella habla, y el número de tales afirmaciones; cuentan las de todo estado y rango."
//+ parameters:
//+   entity: {type: Entity, default: null}
//+   source: {type: Source, default: null}
//+ columns: {entity: Entity, source: Source, mentions: integer, publisher: text, url: text}
//+ order: [entity, -mentions, source]
//+ from: entity
//+ to: source
//+ attributes: [mentions, url]
//+ words:
//+   en:
//+     source: [source, article, web page, webpage, reference, news article, press report, media report,
//+       articles, reports, pieces, press coverage, news coverage, coverage, writings]
//+     mentions: [mention, appearance, mentions, times mentioned, number of mentions, appearances,
//+       how often mentioned]
//+     source -> entity: [mention, write, cite, talk of, speak about, speak of, refer to, deal with,
//+       document, bring up, mentioned in, named in, cited in, appear in, show up in, write about, quote,
//+       talk about, report on, discuss, describe, focus on]
//+   es:
//+     source: [fuente, artículos, nota, notas, artículo, referencia, reportaje, cobertura,
//+       nota periodística, página web, reportajes, fuentes, textos, prensa, notas de prensa]
//+     mentions: [mención, aparición, menciones, veces mencionado, número de menciones, apariciones,
//+       veces que aparece, cuántas veces aparece]
//+     source -> entity: [mencionar, cubrir, reportar, escribir, citar, aparecer, hablar de,
//+       hablar sobre, tratar sobre, documentar, referirse, referirse a, aludir, ocuparse, aparecer en,
//+       salir en, escribir sobre, nombrar, tratar, tratar de, mencionado en, salir mencionado,
//+       dar cuenta de, informar sobre, reseñar]
//+ says:
//+   en: "{source} mentions {entity} ({mentions})"
//+   es: "{source} menciona a {entity} ({mentions})"
//+ questions:
//+   en: ["Which sources mention Enrique Camarena?", "Which sources mention Rosa A.?"]
//+   es: ["¿Qué fuentes mencionan a Rafael Caro Quintero?", "¿Qué artículos hablan de Rosa A.?"]
//+ examples:
//+   - {entity: person/enrique-camarena}
//+   - {entity: person/rafael-caro-quintero}
//+   - {entity: person/rosa-a}
//+   - {source: source/df208c2b269460e3, entity: person/enrique-camarena}
//? entity: MATCH (x:Entity {id: $entity})
//? source: MATCH (s:Entity {id: $source})<-[:STATED_IN]-(c:Claim)
MATCH (x:Entity)<-[:SUBJECT|OBJECT|ATTRIBUTED_TO]-(c:Claim)
WHERE $entity IS NULL OR x.id = $entity
MATCH (c)-[:STATED_IN]->(s:Source)
WHERE $source IS NULL OR s.id = $source
WITH x, s, count(DISTINCT c) AS mentions, collect(DISTINCT c.id) AS found
RETURN x.id AS entity_id, x.name AS entity, s.id AS source_id, s.name AS source, mentions,
       s.publisher AS publisher, s.url AS url, found AS claims
