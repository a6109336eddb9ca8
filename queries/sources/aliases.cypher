//+ title: {en: "Aliases", es: "Alias"}
//+ about:
//+   en: "The nicknames and other names that sources give to a person, an organisation or anything else, each with its sources and status."
//+   es: "Los apodos y otros nombres que las fuentes dan a una persona, una organización o cualquier otra cosa, cada uno con sus fuentes y su estado."
//+ parameters:
//+   entity: {type: Entity, default: null}
//+   alias: {type: text, default: null}
//+ columns: {entity: Entity, alias: text, status: text, source: "Source[]"}
//+ order: [entity, alias]
//+ from: entity
//+ to: alias
//+ attributes: [status]
//+ words:
//+   en:
//+     alias: [alias, nickname, moniker, other name, street name, pseudonym, a.k.a., acronym, abbreviation,
//+       another name, other names, real name]
//+     entity -> alias: [known as, called, nicknamed, go by, named]
//+   es:
//+     alias: [alias, apodo, mote, sobrenombre, otro nombre, seudónimo, sigla, abreviatura, otros nombres,
//+       cómo le dicen, nombre real]
//+     entity -> alias: [conocido como, apodado, llamar, dicen]
//+ says:
//+   en: "{entity} is also called {alias} ({status})"
//+   es: "A {entity} también se le llama {alias} ({status})"
//+ questions:
//+   en: ["What are the aliases of María del Rosario Navarro Sánchez?", "Which nicknames does Lucio Hernández Lechuga have?"]
//+   es: ["¿Qué alias tiene María del Rosario Navarro Sánchez?", "¿Qué apodos tiene Lucio Hernández Lechuga?"]
//+ examples:
//+   - {entity: person/maria-del-rosario-navarro-sanchez}
//+   - {entity: organization/cjng}
//+   - {alias: El Viceroy}
//? entity: MATCH (x:Entity {id: $entity})
MATCH (x:Entity)<-[:SUBJECT]-(c:Claim)-[:STATED_IN]->(s:Source)
WHERE c.predicate = 'alias' AND c.drawn AND ($alias IS NULL OR c.value = $alias)
WITH x, c, s
WHERE $entity IS NULL OR x.id = $entity
RETURN x.id AS entity_id, x.name AS entity, c.value AS alias, c.status AS status,
       [s.name] AS source, [s.id] AS source_id, [c.id] AS claims
