//+ title: {en: Transfers under an administration, es: Traslados bajo un gobierno}
//+ about:
//+   en: "The transfers and extraditions that fall wholly within one president's administration. Hand-overs known to be between other countries than the administration's are left out."
//+   es: "Los traslados y extradiciones que caen por completo dentro del gobierno de un presidente. No figuran las entregas entre países distintos del suyo."
//+ answer: {en: "Transfers under {administration}: {n}.", es: "Traslados bajo {administration}: {n}."}
//+ ask:
//+   en:
//+     - "which transfers happened under the {administration}"
//+     - "(which|what) transfers (took place|happened|occurred|were made|were there) (under|during|in) the {administration}"
//+     - "(which|what) (people|prisoner|mass) transfers (took place|happened|occurred) (under|during) the {administration}"
//+     - "(which|what) transfers did the {administration} (oversee|make|carry out|receive)"
//+     - "[list|show] [all] [the] transfers (under|during) the {administration}"
//+     - "(when|on which dates) were (people|prisoners|cartel members) (transferred|sent|handed over) [to the united states] (under|during) the {administration}"
//+   es:
//+     - "qué traslados ocurrieron durante el {administration}"
//+     - "(qué|cuáles) traslados (ocurrieron|hubo|se hicieron|se realizaron|tuvieron lugar|sucedieron) (bajo el|durante el|en el|con el|bajo la|durante la|en la) {administration}"
//+     - "[lista|muestra] [todos] [los] traslados (bajo el|durante el|del|bajo la|durante la|de la) {administration}"
//+     - "qué traslados (hizo|realizó|recibió) (el|la) {administration}"
//+     - "(cuándo|en qué fechas) (se trasladó|se entregó|trasladaron|entregaron) a (presos|reos|personas|capos) [a estados unidos] (bajo|durante) (el|la) {administration}"
//+ examples: [{administration: administration/sheinbaum}, {administration: administration/trump-1}]
//+ parameters:
//+   administration: {type: Administration, required: true}
//+ columns: {transfer: Transfer, date: text}
//+ order: [date, transfer]
MATCH (a:Entity {id: $administration})<-[u:OCCURRED_UNDER]-(t:Transfer)
WITH a, u, t
WHERE NOT EXISTS { (a)-[:JURISDICTION]->() }
   OR NOT EXISTS { (t)-[:FROM_COUNTRY]->() }
   OR NOT EXISTS { (t)-[:TO_COUNTRY]->() }
   OR EXISTS { (a)-[:JURISDICTION]->()<-[:FROM_COUNTRY|TO_COUNTRY]-(t) }
RETURN t.id AS transfer_id, t.name AS transfer, t.date AS date, u.claims AS claims
