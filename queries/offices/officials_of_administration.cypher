//+ title: {en: Who held office under an administration, es: Quién ocupó cargos bajo un gobierno}
//+ about:
//+   en: "The known officials of a country whose time in office overlaps an administration of that country by more than a day of handover, and its head; by administration or by the person who heads it. Only the offices that the graph knows; where only single days in office are attested, each is a row that says so."
//+   es: "Los funcionarios conocidos de un país cuyo tiempo en el cargo coincide con un gobierno de ese país por más de un día de relevo, y quien lo encabeza; por gobierno o por la persona que lo encabeza. Solo los cargos que el grafo conoce; donde solo constan días sueltos en el cargo, cada uno es una fila que lo dice."
//+ answer: {en: "In office under the administration: {n} rows.", es: "En el cargo bajo el gobierno: {n} filas."}
//+ ask:
//+   en:
//+     - "who held office under the {administration}"
//+     - "who (served|held office|was in office|were in office) (in|under|during) the {administration}"
//+     - "(which|what|list the) officials (served|held office|were in office|serving) (in|under|during) the {administration}"
//+     - "(who were|who are|list|show) [the] officials (of|in|under|during) the {administration}"
//+     - "officials (of|in|under|during) the {administration}"
//+     - "who (was|were|has been) {office} (in|under|during) the {administration}"
//+     - "who (was|were|has been|served as) {office} (under|during the presidency of|during the administration of|during the term of) [president] {head}"
//+     - "who (served|held office|was in office) (under|during the presidency of|during the administration of) [president] {head}"
//+     - "(which|what) officials (served|held office) (under|during the presidency of|during the administration of) [president] {head}"
//+     - "who (was|were) {head}'s {office}"
//+   es:
//+     - "quiénes ocuparon cargos bajo el {administration}"
//+     - "(quién|quiénes) (ocupó|ocuparon|ocupaban|tuvo|tuvieron) (un cargo|cargos) (en|bajo|durante) (el|la) {administration}"
//+     - "qué funcionarios (hubo|tuvo|había|estuvieron) (en|bajo|durante) (el|la) {administration}"
//+     - "(quiénes son|quiénes fueron|lista|muestra) los funcionarios (del|de la|en el|bajo el|durante el|durante la) {administration}"
//+     - "funcionarios (del|de la|en el|bajo el|durante el|durante la) {administration}"
//+     - "quién (era|fue|ha sido|es) {office} (en|bajo|durante) (el|la) {administration}"
//+     - "quién (era|fue|ha sido|es) {office} (bajo|durante el gobierno de|durante la presidencia de|durante el sexenio de|durante la administración de|con) {head}"
//+     - "qué funcionarios (hubo|estuvieron) (bajo|durante el gobierno de|durante la presidencia de|durante el sexenio de|con) {head}"
//+ examples: [{administration: administration/sheinbaum}, {administration: administration/biden}, {head: person/claudia-sheinbaum-pardo, office: office/attorney-general-of-mexico}]
//+ parameters:
//+   administration: {type: Administration, default: null}
//+   head: {type: Official, default: null, about: "who heads the administration"}
//+   office: {type: Office, default: null}
//+ columns: {administration: Administration, office: Office, official: Official, term: text, attested: boolean, status: text}
//+ order: [administration, office, term, official]
MATCH (a:Administration)-[b:ADMINISTRATION_TENURE]->(own:Entity)
WHERE ($administration IS NULL OR a.id = $administration)
  AND ($head IS NULL OR EXISTS { (a)-[:HEADED_BY]->(:Entity {id: $head}) })
MATCH (a)-[j:JURISDICTION]->(:Entity)<-[k:JURISDICTION]-(o:Entity)<-[r:HOLDS_OFFICE]-(p:Entity)
WHERE $office IS NULL OR o.id = $office
WITH a, b, own, j, k, o, r, p
WHERE CASE WHEN r.valid_from = r.valid_to
           THEN r.valid_from >= own.date_from AND r.valid_from <= own.date_to
           ELSE r.valid_from < own.date_to AND r.valid_to > own.date_from END
  AND (EXISTS { (own)-[:HOLDER]->(p) } OR NOT EXISTS { (own)-[:OFFICE]->(o) })
RETURN a.id AS administration_id, a.name AS administration, o.id AS office_id, o.name AS office,
       p.id AS official_id, p.name AS official, r.valid AS term,
       NOT EXISTS { MATCH (p)<-[:HOLDER]-(n:Entity)-[:OFFICE]->(o) WHERE n.date = r.valid } AS attested,
       r.status AS status, b.claims + j.claims + k.claims + r.claims AS claims
