//+ title: {en: Administrations, es: Gobiernos}
//+ about:
//+   en: "The administrations that the graph knows, with who heads them, the country and the term."
//+   es: "Los gobiernos que el grafo conoce, con quien los encabeza, el país y el periodo."
//+ parameters:
//+   administration: {type: Administration, default: null}
//+   head: {type: Person, default: null}
//+   country: {type: Country, default: null}
//+   period: {type: interval, default: null, about: the term meets this day or time}
//+ columns: {administration: Administration, head: Person, country: Country, term: text}
//+ order: [country, term, administration, head]
//+ from: country
//+ to: administration
//+ attributes: [head, term]
//+ words:
//+   en:
//+     administration: [administration, government, presidential term, presidential administration,
//+       terms of office, presidential terms, administrations, governments, presidencies, cabinet of,
//+       regime]
//+     head -> administration: [lead, run, head, preside over, in charge of, govern, rule, chair]
//+     head: [head of government, head of state, chief executive, leader of the country,
//+       head of the government]
//+     term: [start and end, beginning and end, start and end dates, from when to when, first and last day,
//+       end, begin, start, finish, expire, run out, be over]
//+   es:
//+     administration: [gobierno, administración, presidencia, sexenio, periodo presidencial,
//+       mandato presidencial, gobierno federal, administración federal, sexenios, gobiernos,
//+       administraciones, mandatos, presidencias, régimen]
//+     head: [jefe de gobierno, mandatario, jefe de estado, jefa de gobierno, titular del gobierno,
//+       cabeza del gobierno]
//+     term: [inicio y fin, principio y fin, fecha de inicio y fin, fechas de inicio y fin,
//+       de qué fecha a qué fecha, de cuándo a cuándo, desde cuándo hasta cuándo, terminar, acabar,
//+       empezar, comenzar, iniciar, concluir, finalizar, terminó, acabó, empezó, comenzó, inició, concluyó,
//+       finalizó]
//+     head -> administration: [encabezar, presidir, gobernar, dirigir, conducir, llevar]
//+ says:
//+   en: "{administration} was headed by {head}[, {term}]"
//+   es: "{administration} lo encabezó {head}[, {term}]"
//+ questions:
//+   en: ["Which administrations has Mexico had?", "Who headed the Sheinbaum administration?"]
//+   es: ["¿Qué gobiernos ha tenido México?", "¿Quién encabeza el gobierno de Sheinbaum?"]
//+ examples:
//+   - {country: place/mexico}
//+   - {head: person/donald-trump}
//+   - {administration: administration/sheinbaum}
//+   - {period: "2025-02-27"}
//+   - {}
//? administration: MATCH (a:Entity {id: $administration})
//? head: MATCH (p:Entity {id: $head})
//? country: MATCH (:Entity {id: $country})<-[:JURISDICTION]-(a:Entity) WITH DISTINCT a
MATCH (a:Administration)-[h:HEADED_BY]->(p:Person)
WHERE ($administration IS NULL OR a.id = $administration) AND ($head IS NULL OR p.id = $head)
OPTIONAL MATCH (a)-[j:JURISDICTION]->(k:Country)
WITH a, h, p, j, k
WHERE $country IS NULL OR k.id = $country
OPTIONAL MATCH (a)-[b:ADMINISTRATION_TENURE]->(own:Tenure)
WITH a, h, p, j, k, b, own
WHERE ($period_from IS NULL OR own.date_to >= $period_from) AND ($period_to IS NULL OR own.date_from <= $period_to)
RETURN a.id AS administration_id, a.name AS administration, p.id AS head_id, p.name AS head,
       k.id AS country_id, k.name AS country, own.date AS term,
       h.claims + coalesce(j.claims, []) + coalesce(b.claims, []) AS claims
