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
//+     alias: [alias, nickname, moniker, other name, street name, pseudonym, a.k.a., acronym,
//+       abbreviation, another name, other names, real name, nick, sobriquet, nom de guerre, code name,
//+       codename, alternate name, alternative name, stage name, pet name, nicknames, street names, aka,
//+       other aliases, also known as, true name, full name, birth name, legal name, actual name,
//+       short form, initials, stage names, assumed name, epithet, callsign, call sign, short name,
//+       alias used, nickname used, under which aliases, under what aliases, under which alias,
//+       under what alias, under which name, under what name, under which names, under what names,
//+       under which nickname, under what nickname, under which nicknames, by what name, by what names,
//+       by which names, by which name, by what nickname, by what alias, other spellings, spelling,
//+       handle, handles, monicker]
//+     entity -> alias: [known as, called, nicknamed, go by, named, known by, go by the name,
//+       go by the nickname, answer to the name, dub, abbreviate, stand for, short for, use the nickname,
//+       use the alias, use the name, better known, hide behind the nickname, also called,
//+       respond to the name, people call, they call, do people call, carry the nickname, refer to as,
//+       appear under, listed under, appear as, operate under, use as an alias, hide behind,
//+       known on the street as, write as, spell]
//+   es:
//+     alias: [alias, apodo, mote, sobrenombre, otro nombre, seudónimo, sigla, abreviatura,
//+       otros nombres, cómo le dicen, nombre real, apodos, motes, nombre clave, nombre de guerra,
//+       abreviación, acrónimo, iniciales, nombre verdadero, nombre completo, nombre de pila,
//+       verdadero nombre, nombre artístico, nombre alterno, otro alias, mote de guerra, apelativo,
//+       indicativo, nombre legal, alias usa, alias usaba, apodo usa, apodos usa, apodo usaba,
//+       alias utiliza, apodo utiliza, mote usa, bajo qué alias, bajo qué nombre, bajo qué nombres,
//+       bajo qué apodo, bajo qué apodos, con qué alias, con qué nombre, con qué nombres, con qué apodo,
//+       con qué apodos, con qué mote, por qué alias, por qué apodo, por qué nombre, cómo le dicen a,
//+       remoquete, apelativos, nombre de batalla, nombre de calle]
//+     entity -> alias: [conocido como, apodado, le dicen, le llaman, se le conoce, se le conoce como,
//+       se conoce, se conoce como, conocido por, hacerse llamar, se hace llamar, mejor conocido,
//+       mejor conocido como, también conocido como, ocultarse tras, esconderse tras, se oculta tras,
//+       se oculta tras el apodo, se esconde detrás de, responder al nombre, responde al apodo,
//+       significan las siglas, abreviar, bautizar, usar el alias, usar el apodo, tener de apodo,
//+       traer de apodo, le apodan, lo apodan, lo llaman, lo conocen como, le conocían como,
//+       aparecer como, aparecer bajo, usar de alias, nombrar]
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
