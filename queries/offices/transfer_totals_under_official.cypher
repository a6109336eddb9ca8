//+ title: {en: How many transfers and people under an official, es: Cuántos traslados y personas durante la gestión de un funcionario}
//+ about:
//+   en: "The number of transfers and extraditions within an official's time in office, and the people in those whose size some source gives (each transfer once, with its preferred count, else the highest). Hand-overs known to be between other countries than the official's are left out."
//+   es: "El número de traslados y extradiciones durante el tiempo en el cargo de un funcionario, y de personas en aquellos cuyo tamaño da alguna fuente (cada traslado una vez, con su cifra preferente o, si no la hay, la más alta). No figuran las entregas entre países distintos del suyo."
//+ answer: {en: "Transfers while {official} was in office, and people in those with a stated size.", es: "Traslados mientras {official} estaba en el cargo, y personas en los de tamaño declarado."}
//+ ask:
//+   en:
//+     - "how many transfers happened under {official}"
//+     - "how many transfers (took place|happened|occurred|were there|were made|have taken place) (under|during the administration of|during the presidency of|during the term of|during the tenure of) [president] {official}"
//+     - "how many transfers (took place|happened|occurred|were there|were made) while {official} was (in office|president)"
//+     - "how many transfers (took place|happened|occurred|were there|were made) while {official} was {office}"
//+     - "how many (people|prisoners|cartel members) were (transferred|sent|handed over) [to the united states] (under|during the administration of|during the presidency of|during the term of|during the tenure of) [president] {official}"
//+     - "how many (people|prisoners|cartel members) were (transferred|sent|handed over) [to the united states] while {official} was {office}"
//+     - "how many (people|prisoners|cartel members) has {official} (transferred|sent|handed over) [to the united states]"
//+   es:
//+     - "cuántos traslados hubo durante la gestión de {official}"
//+     - "cuántos traslados (ocurrieron|hubo|se hicieron|se realizaron|tuvieron lugar) (bajo|durante la gestión de|durante el gobierno de|durante el mandato de|durante la presidencia de|durante la administración de|durante el sexenio de|con|bajo la presidencia de|bajo el gobierno de) {official}"
//+     - "cuántos traslados (ocurrieron|hubo|se hicieron|se realizaron|tuvieron lugar) (mientras|cuando) {official} era {office}"
//+     - "(cuántas personas|cuántos presos|cuántos reos) fueron (trasladadas|trasladados|entregadas|entregados) [a estados unidos] (bajo|durante la gestión de|durante el gobierno de|durante el mandato de|durante la presidencia de|durante la administración de|con|bajo el gobierno de) {official}"
//+     - "(cuántas personas|cuántos presos|cuántos reos) fueron (trasladadas|trasladados|entregadas|entregados) [a estados unidos] (mientras|cuando) {official} era {office}"
//+     - "a (cuántas personas|cuántos presos|cuántos reos) (trasladó|entregó|ha trasladado|ha entregado) [el gobierno de] {official} [a estados unidos]"
//+ examples: [{official: person/claudia-sheinbaum-pardo}, {official: person/alejandro-gertz-manero, office: office/attorney-general-of-mexico}, {official: person/andres-manuel-lopez-obrador}]
//+ parameters:
//+   official: {type: Official, required: true}
//+   office: {type: Office, default: null}
//+ columns: {transfers: integer, people: integer, included: "Transfer[]"}
//+ order: [-transfers]
MATCH (:Entity {id: $official})<-[:HOLDER]-(n:Entity)-[f:OFFICE]->(o:Entity)
WHERE $office IS NULL OR o.id = $office
MATCH (n)<-[r:OCCURRED_DURING]-(t:Transfer)
WITH n, f, o, r, t
WHERE NOT EXISTS { (o)-[:JURISDICTION]->() }
   OR NOT EXISTS { (t)-[:FROM_COUNTRY]->() }
   OR NOT EXISTS { (t)-[:TO_COUNTRY]->() }
   OR EXISTS { (o)-[:JURISDICTION]->()<-[:FROM_COUNTRY|TO_COUNTRY]-(t) }
WITH t, collect(r.claims + f.claims) AS grounds
OPTIONAL MATCH (t)<-[:SUBJECT]-(c:Claim)
WHERE c.predicate = 'people_count' AND c.value =~ '[0-9]{1,18}'
  AND c.drawn
WITH t, grounds, collect(c.id) AS counted,
     max(CASE WHEN c.rank = 'preferred' THEN toInteger(c.value) END) AS preferred,
     max(toInteger(c.value)) AS highest
WITH count(DISTINCT t) AS transfers, sum(coalesce(preferred, highest)) AS total,
     collect({key: t.id, name: t.name, grounds: grounds, counted: counted}) AS parts
UNWIND parts AS part
UNWIND part.grounds AS ground
RETURN transfers, CASE WHEN total > 0 THEN total END AS people,
       [part.name] AS included, [part.key] AS included_id, ground + part.counted AS claims
