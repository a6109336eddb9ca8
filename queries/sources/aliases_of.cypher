//+ title: {en: "Aliases", es: "Alias"}
//+ about:
//+   en: "The nicknames and other names that sources give to a person, an organisation or anything else, each with its sources and status."
//+   es: "Los apodos y otros nombres que las fuentes dan a una persona, una organización u otra cosa, cada uno con sus fuentes y su estado."
//+ answer: {en: "Aliases of {entity}: {n}.", es: "Alias de {entity}: {n}."}
//+ ask:
//+   en:
//+     - "what (are|is) the (aliases|alias|nicknames|nickname|other names) of {entity}"
//+     - "what (are|is) {entity}'s (aliases|alias|nicknames|nickname|other names)"
//+     - "[list|show] [all] [the] (aliases|nicknames|other names) of {entity}"
//+     - "[list|show] [all] {entity}'s (aliases|nicknames)"
//+     - "(which|what) (aliases|nicknames|alias|nickname|other names) (does|did) {entity} (have|use|go by)"
//+     - "(which|what) (aliases|nicknames|other names) are known for {entity}"
//+     - "(what|how) (is|was) {entity} [also] (known as|called|nicknamed)"
//+     - "(by|under) (what|which) (other names|names|aliases|nicknames|nickname|alias) (is|was) {entity} known"
//+     - "what else is {entity} (called|known as)"
//+   es:
//+     - "(cuáles|cuál) (son|es) (los|el) (alias|apodo|apodos|sobrenombre|sobrenombres|otros nombres) (de|del) {entity}"
//+     - "[lista|enumera|muestra] [todos] [los] (alias|apodos|sobrenombres|otros nombres) (de|del) {entity}"
//+     - "(qué|cuáles) (alias|apodos|apodo|sobrenombres|otros nombres) (tiene|tenía|usa|usaba|se conocen de|se le conocen a) {entity}"
//+     - "(cómo|con qué nombres|por qué alias|con qué alias|con qué apodo|con qué apodos|por qué apodo) (se conoce|se le conoce|es conocido|es conocida|le dicen|llaman|le llaman|apodan) (a|al) {entity}"
//+     - "(con|por) qué (alias|apodos|otros nombres) (es conocido|es conocida|se conoce a) {entity}"
//+     - "qué otros nombres tiene {entity}"
//+ examples: [{entity: person/maria-del-rosario-navarro-sanchez}, {entity: organization/cjng}]
//+ parameters:
//+   entity: {type: Entity, required: true}
//+ columns: {alias: text, status: text, source: "Source[]"}
//+ order: [alias]
MATCH (x:Entity {id: $entity})<-[:SUBJECT]-(c:Claim)-[:STATED_IN]->(s:Source)
WHERE c.predicate = 'alias' AND c.drawn
RETURN c.value AS alias, c.status AS status, [s.name] AS source, [s.id] AS source_id, [c.id] AS claims
