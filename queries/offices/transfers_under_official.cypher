//+ title: {en: Transfers under an official, es: Traslados durante la gestión de un funcionario}
//+ about:
//+   en: "The transfers and extraditions that fall wholly within an official's time in office, of either country; in one office only, if wanted. Where only single days in office are attested, a transfer counts if it happened on such a day, and the row says so. Hand-overs known to be between other countries than the official's are left out. To be in office says nothing about having decided."
//+   es: "Los traslados y extradiciones que caen por completo dentro del tiempo en el cargo de un funcionario, de cualquiera de los dos países; si se desea, en un solo cargo. Donde solo constan días sueltos en el cargo, el traslado cuenta si ocurrió en uno de ellos, y la fila lo dice. No figuran las entregas entre países distintos del suyo. Estar en el cargo no significa haber decidido."
//+ answer: {en: "Transfers while {official} was in office: {n}.", es: "Traslados mientras {official} estaba en el cargo: {n}."}
//+ ask:
//+   en:
//+     - "which transfers happened under {official}"
//+     - "which transfers took place while {official} was {office}"
//+     - "(which|what) transfers (took place|happened|occurred|were made|were there) (under|during the administration of|during the presidency of|during the term of|during the tenure of|under the administration of|under the presidency of|in the term of|during the government of) {official}"
//+     - "(which|what) transfers (took place|happened|occurred|were made) (under|during) {official}'s (administration|presidency|term|tenure|government|watch)"
//+     - "(which|what) transfers (took place|happened|occurred|were made|were there) (while|when) {official} was (in office|in power|president|the president)"
//+     - "(which|what) transfers (took place|happened|occurred|were made|were there) (while|when) {official} (was|served as|held office as|acted as) {office}"
//+     - "(which|what) transfers (took place|happened|occurred|were made) (under|during the tenure of|during the term of) {official} as {office}"
//+     - "(which|what) (people|prisoner|mass) transfers (took place|happened|occurred) (under|during the presidency of) {official}"
//+     - "(which|what) transfers (took place|happened|occurred|were made|were there) under (president|attorney general|secretary|vice president|ambassador|minister) {official}"
//+     - "(transfers|transfers of prisoners|transfers of people) (under|during the presidency of|during the term of|during the tenure of|during the administration of) [president] {official}"
//+     - "(transfers|transfers of prisoners|transfers of people) while {official} was (in office|president)"
//+     - "(transfers|transfers of prisoners|transfers of people) while {official} was {office}"
//+     - "(list|show) [all] [the] transfers (under|during the presidency of|during the term of|during the tenure of|during the administration of) [president] {official}"
//+     - "(list|show) [all] [the] transfers (while|when) {official} was {office}"
//+     - "(which|what) transfers did {official} (oversee|preside over)"
//+     - "(when|on which dates) were (people|prisoners|cartel members) (transferred|sent|handed over) [to the united states] (under|during the presidency of|during the administration of) {official}"
//+   es:
//+     - "qué traslados ocurrieron durante la gestión de {official}"
//+     - "qué traslados ocurrieron mientras {official} era {office}"
//+     - "(qué|cuáles) traslados (ocurrieron|hubo|se hicieron|se realizaron|tuvieron lugar|sucedieron) (bajo|durante la gestión de|durante el gobierno de|durante el mandato de|durante la presidencia de|durante la administración de|durante el sexenio de|con|en la gestión de|en el gobierno de|en el sexenio de|bajo la presidencia de|bajo el gobierno de|bajo el mandato de) {official}"
//+     - "(qué|cuáles) traslados (ocurrieron|hubo|se hicieron|se realizaron|tuvieron lugar) (mientras|cuando) {official} (era presidente|era presidenta|estaba en el cargo|gobernaba|estaba en el gobierno|estaba en el poder)"
//+     - "(qué|cuáles) traslados (ocurrieron|hubo|se hicieron|se realizaron|tuvieron lugar) (mientras|cuando) {official} (era|fue|fungía como|estaba como|ocupaba) {office}"
//+     - "(qué|cuáles) traslados (ocurrieron|hubo|se hicieron|se realizaron|tuvieron lugar) (con|bajo|durante la gestión de) {official} como {office}"
//+     - "(qué|cuáles) traslados (ocurrieron|hubo|se hicieron|se realizaron) (con|bajo|durante el gobierno de|durante la gestión de) (el|la) (presidente|presidenta|fiscal|fiscal general|secretario|secretaria|canciller|embajador) {official}"
//+     - "[lista|muestra] [los] traslados (bajo|durante la gestión de|durante el gobierno de|durante el mandato de|durante la presidencia de|durante la administración de|durante el sexenio de|bajo la presidencia de|bajo el gobierno de) {official}"
//+     - "[lista|muestra] [los] traslados (mientras|cuando) {official} era {office}"
//+     - "(qué|cuáles) traslados (ocurrieron|hubo|se hicieron|se realizaron) durante (el gobierno|la gestión|el mandato|el sexenio) del (presidente|fiscal|fiscal general|secretario|canciller|embajador) {official}"
//+     - "qué traslados hizo el gobierno de {official}"
//+     - "(cuándo|en qué fechas) (se trasladó|se entregó|trasladaron|entregaron) a (presos|reos|personas|capos) [a estados unidos] (bajo|durante el gobierno de|durante la gestión de) {official}"
//+ examples: [{official: person/alejandro-gertz-manero, office: office/attorney-general-of-mexico}, {official: person/claudia-sheinbaum-pardo}, {official: person/pamela-bondi}, {official: person/donald-trump}]
//+ parameters:
//+   official: {type: Official, required: true}
//+   office: {type: Office, default: null}
//+ columns: {transfer: Transfer, date: text, office: Office, term: text, attested: boolean}
//+ order: [date, transfer, office]
MATCH (:Entity {id: $official})<-[:HOLDER]-(n:Entity)-[f:OFFICE]->(o:Entity)
WHERE $office IS NULL OR o.id = $office
MATCH (n)<-[r:OCCURRED_DURING]-(t:Transfer)
WITH n, f, o, r, t
WHERE NOT EXISTS { (o)-[:JURISDICTION]->() }
   OR NOT EXISTS { (t)-[:FROM_COUNTRY]->() }
   OR NOT EXISTS { (t)-[:TO_COUNTRY]->() }
   OR EXISTS { (o)-[:JURISDICTION]->()<-[:FROM_COUNTRY|TO_COUNTRY]-(t) }
RETURN t.id AS transfer_id, t.name AS transfer, t.date AS date, o.id AS office_id, o.name AS office,
       n.date AS term, n.date IS NULL AS attested, r.claims + f.claims AS claims
