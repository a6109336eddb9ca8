//+ title: {en: Officials of administrations, es: Funcionarios de los gobiernos}
//+ about:
//+   en: "The known officials of a country whose time in office overlaps an administration of that country by more than a day of handover, and its head. Only the offices that the graph knows; where only single days in office are attested, each is a row that says so."
//+   es: "Los funcionarios conocidos de un país cuyo tiempo en el cargo coincide con un gobierno de ese país por más de un día de relevo, y quien lo encabeza. Solo los cargos que el grafo conoce; donde solo constan días sueltos en el cargo, cada uno es una fila que lo dice."
//+ parameters:
//+   administration: {type: Administration, default: null}
//+   official: {type: Person, default: null}
//+   office: {type: Office, default: null}
//+   head: {type: Person, default: null, about: who heads the administration}
//+ columns: {administration: Administration, official: Person, office: Office, term: text, attested: boolean, status: text, head: Person}
//+ order: [administration, office, term, official]
//+ from: administration
//+ to: official
//+ attributes: [office, term]
//+ says:
//+   en: "{official} was {office} under {administration}"
//+   es: "{official} fue {office} en {administration}"
//+ questions:
//+   en: ["Who were the officials of the Biden administration?", "Which officials served in the Sheinbaum administration?"]
//+   es: ["¿Quiénes son los funcionarios del gobierno de Sheinbaum?", "¿Qué funcionarios trabajaron en el gobierno de Biden?"]
//+ examples:
//+   - {administration: administration/sheinbaum}
//+   - {administration: administration/biden}
//+   - {head: person/claudia-sheinbaum-pardo, office: office/attorney-general-of-mexico}
//+   - {official: person/alejandro-gertz-manero}
//+   - {}
//? administration: MATCH (a:Entity {id: $administration})
//? head: MATCH (x:Entity {id: $head})
//? official: MATCH (:Entity {id: $official})-[:HOLDS_OFFICE]->(:Entity)-[:JURISDICTION]->(:Entity)<-[:JURISDICTION]-(a:Administration) WITH DISTINCT a
//? office: MATCH (:Entity {id: $office})-[:JURISDICTION]->(:Entity)<-[:JURISDICTION]-(a:Administration) WITH DISTINCT a
MATCH (a:Administration)-[h:HEADED_BY]->(x:Person)
WHERE ($administration IS NULL OR a.id = $administration) AND ($head IS NULL OR x.id = $head)
MATCH (a)-[b:ADMINISTRATION_TENURE]->(own:Tenure)
MATCH (a)-[j:JURISDICTION]->(:Place)<-[k:JURISDICTION]-(o:Office)<-[r:HOLDS_OFFICE]-(p:Person)
WHERE ($office IS NULL OR o.id = $office) AND ($official IS NULL OR p.id = $official)
WITH a, h, x, b, own, j, k, o, r, p
WHERE CASE WHEN r.valid_from = r.valid_to
           THEN r.valid_from >= own.date_from AND r.valid_from <= own.date_to
           ELSE r.valid_from < own.date_to AND r.valid_to > own.date_from END
  AND (EXISTS { (own)-[:HOLDER]->(p) } OR NOT EXISTS { (own)-[:OFFICE]->(o) })
RETURN a.id AS administration_id, a.name AS administration, o.id AS office_id, o.name AS office,
       p.id AS official_id, p.name AS official, r.valid AS term,
       NOT EXISTS { MATCH (p)<-[:HOLDER]-(n:Entity)-[:OFFICE]->(o) WHERE n.date = r.valid } AS attested,
       r.status AS status, x.id AS head_id, x.name AS head, h.claims + b.claims + j.claims + k.claims + r.claims AS claims
