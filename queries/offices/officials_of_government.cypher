//+ title: {en: Officials of a country, es: Funcionarios de un país}
//+ about:
//+   en: "The known holders of public offices of a country, at any time or on one day. Only the offices that the graph knows; where only single days in office are attested, each is a row that says so."
//+   es: "Los titulares conocidos de cargos públicos de un país, en cualquier tiempo o en un día. Solo los cargos que el grafo conoce; donde solo constan días sueltos en el cargo, cada uno es una fila que lo dice."
//+ answer: {en: "Known officials of {country}: {n} rows.", es: "Funcionarios conocidos de {country}: {n} filas."}
//+ ask:
//+   en:
//+     - "who are the officials of {country}"
//+     - "who (were|are) the (officials|office holders|public officials) of {country}"
//+     - "who were the (officials|office holders|public officials) of {country} on {day}"
//+     - "(list|show) [all] [the] (officials|office holders|public officials) of {country} [on {day}]"
//+     - "[known] (officials|office holders) of {country} [on {day}]"
//+     - "(which|what) (officials|office holders) did {country} have on {day}"
//+     - "who (was in office|held office|held public office) in {country} on {day}"
//+     - "(which|what) (offices|officials) of {country} (are known|are in the graph)"
//+   es:
//+     - "quiénes son los funcionarios de {country}"
//+     - "quiénes (son|eran|fueron) los (funcionarios|funcionarios públicos) de {country}"
//+     - "quiénes (eran|fueron) los (funcionarios|funcionarios públicos) de {country} el {day}"
//+     - "(lista|muestra) [todos] los (funcionarios|funcionarios públicos) de {country} [el {day}]"
//+     - "funcionarios de {country} [el {day}]"
//+     - "qué funcionarios (tenía|había en) {country} el {day}"
//+     - "(quién|quiénes) (estaba en el cargo|estaban en el cargo|ocupaban cargos|ocupaba cargos) en {country} el {day}"
//+     - "qué funcionarios de {country} (se conocen|hay)"
//+ examples: [{country: place/mexico, day: "2025-08-12"}, {country: place/united-states}]
//+ parameters:
//+   country: {type: Country, required: true}
//+   day: {type: date, default: null}
//+ columns: {office: Office, official: Official, term: text, attested: boolean, status: text}
//+ order: [office, term, official]
MATCH (:Entity {id: $country})<-[j:JURISDICTION]-(o:Entity)<-[r:HOLDS_OFFICE]-(p:Entity)
WHERE $day IS NULL OR (r.valid_from <= $day AND r.valid_to >= $day)
RETURN o.id AS office_id, o.name AS office, p.id AS official_id, p.name AS official, r.valid AS term,
       NOT EXISTS { MATCH (p)<-[:HOLDER]-(n:Entity)-[:OFFICE]->(o) WHERE n.date = r.valid } AS attested,
       r.status AS status, j.claims + r.claims AS claims
