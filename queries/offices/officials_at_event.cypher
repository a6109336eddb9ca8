//+ title: {en: Who held office when somebody was handed over, arrested or killed, es: "Quién ocupaba un cargo cuando alguien fue entregado, detenido o asesinado"}
//+ about:
//+   en: "The officials in whose time in office an event falls wholly: a transfer, the transfer of a person, a person's arrest or killing; in one office only, if wanted. Where only single days in office are attested, the row says so. To be in office says nothing about having decided."
//+   es: "Los funcionarios en cuyo tiempo en el cargo cae por completo un acontecimiento: un traslado, el traslado de una persona, su detención o su homicidio; si se desea, en un solo cargo. Donde solo constan días sueltos en el cargo, la fila lo dice. Estar en el cargo no significa haber decidido."
//+ answer: {en: "In office at the time: {n} rows.", es: "En el cargo en ese momento: {n} filas."}
//+ ask:
//+   en:
//+     - "who was in office during {transfer}"
//+     - "who was {office} (during|at the time of|when) {transfer} [took place|happened|occurred]"
//+     - "who was {office} when {transferred} was (transferred|extradited|handed over|sent) [to the united states|to the us]"
//+     - "who was {office} when {arrested} was (arrested|captured|detained|caught)"
//+     - "who was {office} when {killed} was (killed|murdered|assassinated)"
//+     - "(who|which officials) (was|were|held office) [in office] (during|at the time of) {transfer}"
//+     - "(which officials were|who was) in office when {transferred} was (transferred|extradited|handed over|sent) [to the united states|to the us]"
//+     - "(which officials were|who was) in office when {arrested} was (arrested|captured|detained|caught)"
//+     - "(which officials were|who was) in office when {killed} was (killed|murdered|assassinated)"
//+     - "under (which|what) (president|presidents|officials) was {arrested} (arrested|captured|detained|caught)"
//+     - "under (which|what) (president|presidents|officials) was {killed} (killed|murdered|assassinated)"
//+     - "who was president when {arrested} was (arrested|captured|detained|caught)"
//+     - "who was president when {killed} was (killed|murdered|assassinated)"
//+     - "under which officials did {transfer} (take place|happen|occur)"
//+     - "under (which|what) {office} did {transfer} (take place|happen|occur)"
//+     - "under (which|what) {office} was {transferred} (transferred|extradited|handed over|sent) [to the united states|to the us]"
//+     - "under (which|what) {office} was {arrested} (arrested|captured|detained|caught)"
//+     - "under (which|what) {office} was {killed} (killed|murdered|assassinated)"
//+   es:
//+     - "quiénes estaban en el cargo durante {transfer}"
//+     - "(quién|quiénes) (era|eran) {office} (durante|en el momento de|cuando ocurrió|cuando se hizo) {transfer}"
//+     - "quién era {office} cuando (trasladaron|entregaron|extraditaron|enviaron) a {transferred} [a estados unidos]"
//+     - "quién era {office} cuando fue (trasladado|trasladada|entregado|entregada|extraditado|extraditada) {transferred} [a estados unidos]"
//+     - "quién era {office} cuando (detuvieron|arrestaron|capturaron|atraparon) a {arrested}"
//+     - "quién era {office} cuando fue (detenido|detenida|arrestado|arrestada|capturado|capturada) {arrested}"
//+     - "quién era {office} cuando (mataron|asesinaron) a {killed}"
//+     - "quién era {office} cuando fue (asesinado|asesinada) {killed}"
//+     - "(qué funcionarios|quiénes) (estaban|había) en (el cargo|funciones|el gobierno) (durante|en el momento de|cuando ocurrió) {transfer}"
//+     - "qué funcionarios (había|estaban en el cargo) (durante|en el momento de|cuando ocurrió) {transfer}"
//+     - "(bajo|con) qué {office} (ocurrió|se hizo|tuvo lugar) {transfer}"
//+     - "(bajo|con) qué {office} (detuvieron|arrestaron|capturaron|atraparon) a {arrested}"
//+     - "(bajo|con) qué {office} fue (detenido|detenida|arrestado|arrestada|capturado|capturada) {arrested}"
//+     - "(bajo|con) qué (presidente|presidentes|funcionarios) (detuvieron|arrestaron|capturaron|atraparon) a {arrested}"
//+     - "(bajo|con) qué (presidente|presidentes|funcionarios) (mataron|asesinaron) a {killed}"
//+     - "quién era presidente cuando (detuvieron|arrestaron|capturaron|atraparon) a {arrested}"
//+     - "quién era presidente cuando (mataron|asesinaron) a {killed}"
//+     - "(bajo|con) qué funcionarios (ocurrió|se hizo|tuvo lugar) {transfer}"
//+ examples: [{transfer: transfer/2025-08-12}, {transferred: person/rafael-caro-quintero, office: office/attorney-general-of-mexico}, {arrested: person/servando-gomez-martinez}, {killed: person/enrique-camarena, office: office/president-of-mexico}]
//+ parameters:
//+   transfer: {type: Transfer, default: null}
//+   transferred: {type: Person, default: null, about: "a person handed over in the event"}
//+   arrested: {type: Person, default: null, about: "the person whose arrest it is"}
//+   killed: {type: Person, default: null, about: "the victim of the killing that it is"}
//+   office: {type: Office, default: null}
//+ columns: {event: Event, date: text, office: Office, official: Official, term: text, attested: boolean}
//+ order: [date, event, office, official]
MATCH (e:Event)-[r:OCCURRED_DURING]->(n:Entity)-[h:HOLDER]->(p:Entity)
WHERE ($transfer IS NULL OR e.id = $transfer)
  AND ($transferred IS NULL OR EXISTS { (e)<-[:TRANSFERRED_IN]-(:Entity {id: $transferred}) })
  AND ($arrested IS NULL OR (e:Arrest AND EXISTS { (e)-[:CONCERNS]->(:Entity {id: $arrested}) }))
  AND ($killed IS NULL OR (e:Killing AND EXISTS { (e)-[:VICTIM]->(:Entity {id: $killed}) }))
MATCH (n)-[f:OFFICE]->(o:Entity)
WHERE $office IS NULL OR o.id = $office
RETURN e.id AS event_id, e.name AS event, e.date AS date, o.id AS office_id, o.name AS office,
       p.id AS official_id, p.name AS official, n.date AS term, n.date IS NULL AS attested,
       r.claims + h.claims + f.claims AS claims
