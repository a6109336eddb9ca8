//+ title: {en: Transfers by number of people, es: Traslados por número de personas}
//+ about:
//+   en: "The transfers whose size some source gives, the largest first. Where sources differ, the preferred count speaks, else the highest, and all counts stand beside it."
//+   es: "Los traslados cuyo tamaño da alguna fuente, primero el mayor. Si las fuentes difieren, vale la cifra preferente o, si no la hay, la más alta, y al lado están todas las cifras."
//+ answer: {en: "Transfers with a known number of people, largest first: {n}.", es: "Traslados con número de personas conocido, del mayor al menor: {n}."}
//+ ask:
//+   en:
//+     - "what was the biggest transfer"
//+     - "(what|which) (is|was) the (biggest|largest) [mass|prisoner] transfer [to the united states|to the us]"
//+     - "(what|which) (are|were) the (biggest|largest) [mass|prisoner] transfers [to the united states|to the us]"
//+     - "(what|which) transfer (was|is) the (biggest|largest)"
//+     - "(which|what) transfer (had|involved|included|moved) the most people"
//+     - "(in|with) which transfer were the most people (transferred|sent|handed over)"
//+     - "(biggest|largest) [mass|prisoner] (transfer|transfers)"
//+     - "(rank|list|compare) the [mass|prisoner] transfers by (size|number of people)"
//+     - "(which|what) mass transfers (were there|have there been|took place|happened|are there)"
//+     - "how (big|large) were the [mass|prisoner] transfers"
//+     - "how many people were (in|transferred in|sent in|handed over in) each transfer"
//+     - "(when|on which date|on what date) were the most people (transferred|sent|handed over)"
//+   es:
//+     - "cuál fue el mayor traslado"
//+     - "cuál (es|fue) el (mayor traslado|traslado más grande|traslado con más personas|traslado más numeroso)"
//+     - "cuáles (son|fueron) los (mayores traslados|traslados más grandes|traslados más numerosos|traslados masivos)"
//+     - "(qué|cuál) traslado (tuvo|incluyó|fue de) más personas"
//+     - "(qué|cuál) traslado fue (el mayor|el más grande|el más numeroso|más grande)"
//+     - "en (qué|cuál) traslado (fueron|hubo|iban) más personas [trasladadas|entregadas]"
//+     - "(mayor traslado|mayores traslados|traslado más grande)"
//+     - "qué traslados masivos (hubo|ha habido|ocurrieron|se hicieron)"
//+     - "(ordena|lista|compara) los traslados por (tamaño|número de personas)"
//+     - "cuántas personas (hubo|iban|fueron|fueron trasladadas|fueron entregadas) en cada traslado"
//+     - "(cuándo|en qué fecha) (fueron trasladadas|se trasladó a) más personas"
//+ examples: [{}]
//+ columns: {transfer: Transfer, date: text, people: integer, counts: "integer[]"}
//+ order: [-people, date, transfer]
MATCH (t:Transfer)<-[:SUBJECT]-(c:Claim)
WHERE c.predicate = 'people_count' AND c.value =~ '[0-9]{1,18}'
  AND c.drawn
WITH t, collect({claim: c.id, size: toInteger(c.value)}) AS counted,
     max(CASE WHEN c.rank = 'preferred' THEN toInteger(c.value) END) AS preferred,
     max(toInteger(c.value)) AS highest
UNWIND counted AS one
RETURN t.id AS transfer_id, t.name AS transfer, t.date AS date, coalesce(preferred, highest) AS people,
       [one.size] AS counts, [one.claim] AS claims
