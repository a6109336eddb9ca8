//+ title: {en: "Agreements", es: "Acuerdos"}
//+ about:
//+   en: "Agreements with their parties, what they lay down and are about, and the transfers that they bind."
//+   es: "Acuerdos con sus partes, lo que establecen y de qué tratan, y los traslados a los que obligan."
//+ answer: {en: "Agreements found: {n}.", es: "Acuerdos encontrados: {n}."}
//+ ask:
//+   en:
//+     - "(which|what) {agreement} (accompanied|covers|covered|applied to|applies to|came with|binds) the transfers"
//+     - "(which|what) agreement (on|about|regarding) {agreement} (accompanied|covers|covered|applied to|applies to|came with|binds) the transfers"
//+     - "what does {agreement} (say|lay down|provide)"
//+     - "what was agreed (on|about|regarding) {agreement}"
//+     - "(which|what) agreement (is there|was there|exists|was made) (on|about|regarding) {agreement}"
//+     - "(which|what) agreements (are there|exist|were made|were reached|have been made)"
//+     - "(which|what) agreements (did|does|has) {party} (make|have|made|reach|reached|sign|signed) [with {other}]"
//+     - "(which|what) agreements (are there|exist|were made) between {party} and {other}"
//+     - "[list|show] [all] [the] agreements [of {party}]"
//+     - "[list|show] [all] [the] agreements between {party} and {other}"
//+     - "what did {party} and {other} agree [on]"
//+     - "what did {party} agree with {other}"
//+   es:
//+     - "qué {agreement} acompañó (a los traslados|los traslados)"
//+     - "qué acuerdo (sobre|acerca de|respecto a) {agreement} acompañó (a los traslados|los traslados)"
//+     - "qué acuerdo (hay|existe|hubo|se hizo) (sobre|acerca de|respecto a) {agreement}"
//+     - "qué (dice|establece|dispone) {agreement}"
//+     - "qué se acordó (sobre|acerca de|respecto a) {agreement}"
//+     - "(qué|cuáles) acuerdos (hay|existen|hubo|se hicieron)"
//+     - "(qué|cuáles) acuerdos (tiene|hizo|firmó|alcanzó) {party} [con {other}]"
//+     - "(qué|cuáles) acuerdos (hay|existen|hubo|se hicieron) entre {party} y {other}"
//+     - "[lista de] [los] acuerdos [de {party}|del {party}]"
//+     - "[lista de] [los] acuerdos entre {party} y {other}"
//+     - "qué (acordaron|acuerdan) {party} y {other}"
//+ examples: [{party: place/mexico, other: place/united-states}, {agreement: event/agreement-no-death-penalty}, {}]
//+ parameters:
//+   agreement: {type: Agreement, default: null}
//+   party: {type: Entity, default: null, about: "who made it or is a party; a country also stands for its government"}
//+   other: {type: Entity, default: null, about: "another party"}
//+ columns: {agreement: Agreement, text: "text[]", made_by: "Actor[]", parties: "Actor[]", about: "Entity[]", transfers: "Transfer[]", date: text, status: "text[]"}
//+ order: [date, agreement]
MATCH (e:Agreement)
WHERE ($agreement IS NULL OR e.id = $agreement)
  AND ($party IS NULL OR EXISTS { (e)-[:HAS_PARTY|MADE_BY]->(:Entity {id: $party}) }
    OR EXISTS { (e)-[:HAS_PARTY|MADE_BY]->(:Entity)-[:HEADED_BY|JURISDICTION]->(:Entity {id: $party}) }
    OR EXISTS { MATCH (e)-[:HAS_PARTY|MADE_BY]->(g:Government) MATCH (k:Entity {id: $party})
      WHERE k:Country AND g.name ENDS WITH k.name })
  AND ($other IS NULL OR EXISTS { (e)-[:HAS_PARTY|MADE_BY]->(:Entity {id: $other}) }
    OR EXISTS { (e)-[:HAS_PARTY|MADE_BY]->(:Entity)-[:HEADED_BY|JURISDICTION]->(:Entity {id: $other}) }
    OR EXISTS { MATCH (e)-[:HAS_PARTY|MADE_BY]->(g:Government) MATCH (k:Entity {id: $other})
      WHERE k:Country AND g.name ENDS WITH k.name })
MATCH (c:Claim)-[:SUBJECT|OBJECT]->(e)
WITH DISTINCT e, c
WHERE c.predicate IN ['date_claimed', 'text', 'MADE_BY', 'HAS_PARTY', 'ABOUT', 'SUBJECT_TO_CONDITION']
  AND c.drawn
MATCH (c)-[:SUBJECT]->(s:Entity)
WITH e, c, s
WHERE (s.id = e.id) = (c.predicate <> 'SUBJECT_TO_CONDITION')
OPTIONAL MATCH (c)-[:OBJECT]->(o:Entity)
RETURN e.id AS agreement_id, e.name AS agreement,
       CASE WHEN c.predicate = 'text' THEN [c.value] ELSE [] END AS text,
       CASE WHEN c.predicate = 'MADE_BY' THEN [o.name] ELSE [] END AS made_by,
       CASE WHEN c.predicate = 'MADE_BY' THEN [o.id] ELSE [] END AS made_by_id,
       CASE WHEN c.predicate = 'HAS_PARTY' THEN [o.name] ELSE [] END AS parties,
       CASE WHEN c.predicate = 'HAS_PARTY' THEN [o.id] ELSE [] END AS parties_id,
       CASE WHEN c.predicate = 'ABOUT' THEN [o.name] ELSE [] END AS about,
       CASE WHEN c.predicate = 'ABOUT' THEN [o.id] ELSE [] END AS about_id,
       CASE WHEN c.predicate = 'SUBJECT_TO_CONDITION' THEN [s.name] ELSE [] END AS transfers,
       CASE WHEN c.predicate = 'SUBJECT_TO_CONDITION' THEN [s.id] ELSE [] END AS transfers_id,
       e.date AS date, [c.status] AS status, [c.id] AS claims
