//+ title: {en: Offices of a person, es: Cargos de una persona}
//+ about:
//+   en: "The public offices that a person holds or held, with the term as it is known; one office or one day only, if wanted. Where only single days in office are attested, each is a row that says so."
//+   es: "Los cargos públicos que una persona ocupa u ocupó, con su periodo según se conoce; si se desea, un solo cargo o un solo día. Donde solo constan días sueltos en el cargo, cada uno es una fila que lo dice."
//+ answer: {en: "Offices of {person}: {n} rows.", es: "Cargos de {person}: {n} filas."}
//+ ask:
//+   en:
//+     - "which offices has {person} held"
//+     - "(which|what) (office|offices|public office|public offices|post|posts|position|positions) (does|did|has|had) {person} (hold|held|occupy|occupied)"
//+     - "(which|what) (office|offices|public office|post|position) did {person} hold on {day}"
//+     - "(which|what) (office|post|position) was {person} in on {day}"
//+     - "(when|since when|from when|until when|how long) (was|is|has been|did|has) {person} [been|serve as|become] {office}"
//+     - "(when|how long) did {person} (hold the office of|become|serve as|take office as|leave office as) {office}"
//+     - "(was|is) {person} {office}"
//+     - "was {person} {office} on {day}"
//+     - "(offices|public offices|terms of office|terms|term of office) of {person}"
//+     - "{person}'s (offices|office|terms of office|term of office|public offices|time in office)"
//+     - "when (did|was) {person} (take office|take up office|in office|leave office)"
//+     - "[is|was] {person} (an official|a public official|in office)"
//+     - "{person}'s (term|time|tenure) as {office}"
//+   es:
//+     - "qué cargos ha tenido {person}"
//+     - "qué (cargo|cargos|cargo público|cargos públicos|puesto|puestos) (tiene|tuvo|ocupa|ocupó|ha tenido|ha ocupado|tenía|ocupaba) {person}"
//+     - "qué (cargo|cargo público|puesto) (tenía|ocupaba) {person} el {day}"
//+     - "(cuándo|desde cuándo|hasta cuándo|cuánto tiempo) (fue|es|ha sido|era) {person} {office}"
//+     - "(cuándo|desde cuándo|hasta cuándo|cuánto tiempo) (fue|es|ha sido|era) {office} {person}"
//+     - "(es|fue|era) {person} {office}"
//+     - "era {person} {office} el {day}"
//+     - "(cargos|cargos públicos|periodos en el cargo|puestos) de {person}"
//+     - "(cuándo|en qué periodo) (estuvo en el cargo|asumió el cargo|dejó el cargo|ocupó el cargo|gobernó) {person}"
//+     - "(es|fue) {person} (funcionario|funcionaria|funcionario público|funcionaria pública)"
//+ examples: [{person: person/claudia-sheinbaum-pardo, office: office/president-of-mexico, day: "2025-02-27"}, {person: person/alejandro-gertz-manero, office: office/attorney-general-of-mexico}, {person: person/donald-trump, day: "2025-02-27"}, {person: person/joe-biden}]
//+ parameters:
//+   person: {type: Person, required: true}
//+   office: {type: Office, default: null}
//+   day: {type: date, default: null}
//+ columns: {office: Office, term: text, attested: boolean, status: text}
//+ order: [term, office]
MATCH (p:Entity {id: $person})-[r:HOLDS_OFFICE]->(o:Entity)
WHERE ($office IS NULL OR o.id = $office)
  AND ($day IS NULL OR (r.valid_from <= $day AND r.valid_to >= $day))
RETURN o.id AS office_id, o.name AS office, r.valid AS term,
       NOT EXISTS { MATCH (p)<-[:HOLDER]-(n:Entity)-[:OFFICE]->(o) WHERE n.date = r.valid } AS attested,
       r.status AS status, r.claims AS claims
