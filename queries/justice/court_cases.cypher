//+ title: {en: "Who is prosecuted in which court", es: "Quién es procesado en qué tribunal"}
//+ about:
//+   en: "Steps of criminal cases with the person, the court, the offences and the status. By person, by court, or by place: a court counts as in a place if the sources say that it is based there, if its name holds the name of the place, or if the step took place there."
//+   es: "Pasos de procesos penales con la persona, el tribunal, los delitos y el estado. Por persona, por tribunal o por lugar: un tribunal cuenta como de un lugar si las fuentes dicen que tiene allí su sede, si su nombre contiene el del lugar o si el paso ocurrió allí."
//+ answer: {en: "Steps of criminal cases, each no firmer than its status says: {n}.", es: "Pasos de procesos penales, ninguno más firme de lo que dice su estado: {n}."}
//+ ask:
//+   en:
//+     - "which [us|american|federal|us federal] (district|court|district court|judicial district) (is prosecuting|prosecutes|is trying|tries|charged|has charged|indicted) {person}"
//+     - "(where|in which court|in which district|in which us district|before which court) is {person} (charged|prosecuted|being prosecuted|being tried|on trial|accused|indicted|facing charges)"
//+     - "(where|in which court|in which district|before which court) does {person} face (charges|trial)"
//+     - "which (court|district) (has|hears|handles) (the case of|the case against) {person}"
//+     - "which (court|district) (has|hears|handles) {person}'s case"
//+     - "(who|which people) (faces|face|is facing|are facing) (charges|trial) (in|before|at) {court}"
//+     - "(who|which people) (faces|face|is facing|are facing) (charges|trial) in {place}"
//+     - "(who|which people) (is|are|was|were) (charged|prosecuted|being prosecuted|being tried|on trial|accused|indicted) (in|before|at) {court}"
//+     - "(who|which people) (is|are|was|were) (charged|prosecuted|being prosecuted|being tried|on trial|accused|indicted) in {place}"
//+     - "[list|show] [all] [the] (cases|people charged|people prosecuted) (in|before|at) {court}"
//+     - "[list|show] [all] [the] (cases|people charged|people prosecuted) in {place}"
//+     - "[list|show] [all] [the] court cases"
//+   es:
//+     - "(quién|quiénes) (enfrenta|enfrentan) (cargos|juicio|un juicio|un proceso|acusaciones) (en|ante) {court}"
//+     - "(quién|quiénes) (enfrenta|enfrentan) (cargos|juicio|un juicio|un proceso|acusaciones) en {place}"
//+     - "(quién|quiénes) (está|están|es|son|fue|fueron) (acusado|acusados|procesado|procesados|juzgado|juzgados) (en|ante) {court}"
//+     - "(quién|quiénes) (está|están|es|son|fue|fueron) (acusado|acusados|procesado|procesados|juzgado|juzgados) en {place}"
//+     - "a (quién|quiénes) se (juzga|procesa|acusa) (en|ante) {court}"
//+     - "a (quién|quiénes) se (juzga|procesa|acusa) en {place}"
//+     - "qué (tribunal|corte|distrito|distrito judicial) [de estados unidos|estadounidense|federal] (procesa|juzga|acusa|acusó) (a|al) {person}"
//+     - "qué (tribunal|corte|distrito) lleva el caso (de|del|contra) {person}"
//+     - "(dónde|en qué tribunal|en qué distrito|en qué corte|ante qué tribunal) (se juzga|juzgan|se procesa|procesan|se acusa) (a|al) {person}"
//+     - "(dónde|en qué tribunal|en qué distrito|en qué corte|ante qué tribunal) (enfrenta cargos|está acusado|está acusada|es procesado|es procesada|es juzgado|es juzgada) {person}"
//+     - "[lista de] (casos|procesos|personas acusadas) (en|ante) {court}"
//+     - "[lista de] (casos|procesos|personas acusadas) en {place}"
//+ examples: [{person: person/jose-carlos-guzman-bernal}, {place: place/new-york}, {court: organization/us-district-court-wdtx}, {place: place/california}, {person: person/roberto-salazar}, {}]
//+ parameters:
//+   person: {type: Person, default: null}
//+   court: {type: Court, default: null}
//+   place: {type: Place, default: null, about: "where the court or the step of the case is"}
//+ columns: {person: Person, court: Court, event: LegalEvent, date: text, offence: "text[]", status: text}
//+ order: [person, court, date, event]
MATCH (e:LegalEvent)-[r:CONCERNS]->(p:Person)
WHERE $person IS NULL OR p.id = $person
MATCH (e)-[i:IN_COURT]->(k:Court)
WHERE $court IS NULL OR k.id = $court
WITH e, r, p, i, k
WHERE $place IS NULL
   OR EXISTS { (k)-[:BASED_IN]->(:Entity {id: $place}) }
   OR EXISTS { (k)-[:BASED_IN]->(:Entity)-[:PART_OF]->(:Entity {id: $place}) }
   OR EXISTS { MATCH (x:Entity {id: $place}) WHERE k.name CONTAINS x.name }
   OR EXISTS { (e)-[:OCCURRED_AT]->(:Entity {id: $place}) }
   OR EXISTS { (e)-[:OCCURRED_AT]->(:Entity)-[:PART_OF]->(:Entity {id: $place}) }
MATCH (e)<-[:SUBJECT]-(c:Claim)
WITH e, r, p, i, k, c
WHERE c.id IN r.claims OR c.id IN i.claims
   OR (c.predicate IN ['date_claimed', 'offence', 'OCCURRED_AT']
     AND c.drawn)
RETURN p.id AS person_id, p.name AS person, k.id AS court_id, k.name AS court,
       e.id AS event_id, e.name AS event, e.date AS date,
       CASE WHEN c.predicate = 'offence' THEN [c.value] ELSE [] END AS offence,
       r.status AS status, [c.id] AS claims
UNION ALL
MATCH (e:LegalEvent)-[r:CONCERNS]->(p:Person)
WHERE $person IS NULL OR p.id = $person
WITH e, r, p
WHERE $court IS NULL AND NOT EXISTS { (e)-[:IN_COURT]->(:Court) }
  AND (EXISTS { (e)-[:OCCURRED_AT]->(:Entity {id: $place}) }
    OR EXISTS { (e)-[:OCCURRED_AT]->(:Entity)-[:PART_OF]->(:Entity {id: $place}) })
MATCH (e)<-[:SUBJECT]-(c:Claim)
WITH e, r, p, c
WHERE c.id IN r.claims OR (c.predicate IN ['date_claimed', 'offence', 'OCCURRED_AT']
  AND c.drawn)
RETURN p.id AS person_id, p.name AS person, null AS court_id, null AS court,
       e.id AS event_id, e.name AS event, e.date AS date,
       CASE WHEN c.predicate = 'offence' THEN [c.value] ELSE [] END AS offence,
       r.status AS status, [c.id] AS claims
