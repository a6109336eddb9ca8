//+ title: {en: People handed over who face a charge, es: Personas entregadas que enfrentan un cargo}
//+ about:
//+   en: "People handed over to another country against whom an offence is alleged or charged whose wording contains certain words; charges stay in the language of the source. The status says how far the matter has come: a charge is no finding of guilt."
//+   es: "Personas entregadas a otro país a quienes se imputa un delito cuyo texto contiene ciertas palabras; los cargos quedan en el idioma de la fuente. El estado dice hasta dónde ha llegado el asunto: un cargo no es una declaración de culpabilidad."
//+ answer: {en: "Handed over and accused of something with the words '{offence}': {n} rows.", es: "Personas entregadas y acusadas de algo con las palabras «{offence}»: {n} filas."}
//+ ask:
//+   en:
//+     - "who was transferred for {offence}"
//+     - "(who|which people|which prisoners) (was|were) (transferred|extradited|handed over|sent) [to the united states|to the us] for {offence}"
//+     - "(who|which people|which prisoners) (was|were) (transferred|extradited|handed over) (on|in) {transfer} for {offence}"
//+     - "(which|who) of those transferred (on|in) {transfer} (is|are|was|were) (accused of|charged with|facing charges of) {offence}"
//+     - "(which|who) of those transferred (is|are|was|were) (accused of|charged with|facing charges of) {offence}"
//+     - "(which|what) transferred (people|prisoners) (are|were) (accused of|charged with) {offence}"
//+     - "(which|what) people transferred (on|in) {transfer} (are|were) (accused of|charged with) {offence}"
//+     - "(which|what) people transferred [to the united states|to the us] (are|were) (accused of|charged with) {offence}"
//+     - "people transferred (accused of|charged with|for) {offence}"
//+   es:
//+     - "quiénes fueron trasladados por {offence}"
//+     - "(quiénes|qué personas|qué presos) fueron (trasladados|trasladadas|entregados|entregadas|extraditados) [a estados unidos] por {offence}"
//+     - "(quiénes|qué personas|qué presos) fueron (trasladados|trasladadas|entregados|entregadas) (el|en) {transfer} por {offence}"
//+     - "(quiénes|cuáles) de los trasladados [a estados unidos] (están acusados de|son acusados de|enfrentan cargos por|enfrentan cargos de) {offence}"
//+     - "(quiénes|cuáles) de los trasladados (el|en) {transfer} (están acusados de|son acusados de|enfrentan cargos por|enfrentan cargos de) {offence}"
//+     - "qué (trasladados|personas trasladadas|presos trasladados) (están acusados de|están acusadas de|enfrentan cargos por|enfrentan cargos de) {offence}"
//+     - "a quiénes (trasladaron|entregaron|extraditaron) [a estados unidos] por {offence}"
//+     - "(trasladados|personas trasladadas) (acusados de|acusadas de|por) {offence}"
//+ examples: [{offence: murder}, {offence: terrorism, transfer: transfer/2026-01-20}]
//+ parameters:
//+   offence: {type: text, required: true, about: "words that the offence contains, in the language of the source"}
//+   transfer: {type: Transfer, default: null}
//+ columns: {person: Person, offence: text, status: text, transfer: Transfer, date: text}
//+ order: [date, transfer, person, offence]
MATCH (c:Claim)-[:SUBJECT]->(e:Entity)
WHERE c.predicate = 'offence' AND toLower(c.value) CONTAINS toLower($offence)
  AND c.drawn
MATCH (e)-[k:CONCERNS]->(p:Entity)-[r:TRANSFERRED_IN]->(t:Entity)
WHERE $transfer IS NULL OR t.id = $transfer
RETURN p.id AS person_id, p.name AS person, c.value AS offence, c.status AS status,
       t.id AS transfer_id, t.name AS transfer, t.date AS date, [c.id] + k.claims + r.claims AS claims
