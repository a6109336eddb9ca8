//+ title: {en: Terms in public offices, es: Periodos en cargos públicos}
//+ about:
//+   en: "Who held which public office of which country, with the term as it is known; `open` says that no end is known to have come. Where only single days in office are attested, each is a row that says so. A day of handover belongs to both terms where the sources say so. Only the offices that the graph knows."
//+   es: "Quién ocupó qué cargo público de qué país, con su periodo según se conoce; `open` indica que no consta que haya terminado. Donde solo constan días sueltos en el cargo, cada uno es una fila que lo dice. Un día de relevo pertenece a ambos periodos si así lo dicen las fuentes. Solo los cargos que el grafo conoce."
//+ parameters:
//+   official: {type: Person, default: null}
//+   office: {type: Office, default: null}
//+   country: {type: Country, default: null}
//+   period: {type: interval, default: null, about: the term meets this day or time}
//+ columns: {official: Person, office: Office, country: Country, term: text, open: boolean, attested: boolean, status: text}
//+ order: [office, term, official]
//+ from: office
//+ to: official
//+ attributes: [office, term]
//+ words:
//+   en:
//+     official: [holder, officeholder, incumbent, in office, office holder, office-bearer, occupant,
//+       post holder, postholder, holder of the office, holder of the post, person in charge,
//+       head of the office]
//+     office: [office, post, function, public office, official post]
//+     term: [term, term of office, tenure, mandate, time in office, stint, period in office, term dates,
//+       years in office, years of service, tenure dates, how long in office, start and end,
//+       beginning and end, start and end dates, start and end date, from what date to what date,
//+       from when to when, dates in office, first and last day, first day and last day,
//+       presidency dates, duration in office, length in office, length of term, time served,
//+       period of office, time as, years as, spell as, stint as]
//+     official -> office: [hold, occupy, be in office, govern, serve, serve as, act as, work as,
//+       in charge, reign, in power, at the helm, at the head, sit as, run the office of,
//+       was in charge of, head, head up, lead, direct, hold the post, hold the position,
//+       hold the office, fill the post, fill the position, occupy the post, exercise,
//+       {say: [take office, become, be sworn in, take over as, assume, assume office, enter office,
//+         start as, begin as, come into office, come to power, take power, take the job, take the post,
//+         take the oath, swear in, inaugurate, take over, begin, start, get into office, appointed,
//+         confirmed as, term begin, term start, presidency begin, presidency start, elected,
//+         get elected, win the presidency, enter the White House, enter on duty, rise to,
//+         inaugurated as], with: {at: begin}},
//+       {say: [leave office, step down, resign, leave the post, leave power, stop being, cease to be,
//+         end, finish, term end, presidency end, go out of office, quit as, hand over power,
//+         exit office, vacate the office, depart, depart from office, end his term, end her term,
//+         finish his term, finish her term, complete his term], with: {at: end}}]
//+   es:
//+     official: [titular, ocupante, ocupante del cargo, al frente, persona al frente, encargado,
//+       encargada, responsable del cargo]
//+     office: [cargo, puesto, cargo público, puesto público, función]
//+     term: [periodo, mandato, gestión, encargo, sexenio, periodo de gobierno, duración del cargo,
//+       años en el cargo, tiempo en el cargo, inicio y fin, periodo en el cargo,
//+       inicio y fin del periodo, fechas del mandato, duración del mandato, periodos,
//+       vigencia del cargo, principio y fin, fecha de inicio y fin, fechas de inicio y fin,
//+       de qué fecha a qué fecha, de cuándo a cuándo, desde cuándo hasta cuándo, de qué año a qué año,
//+       cuánto tiempo en el cargo, mandatos, gestiones, duración en el cargo, tiempo de gobierno,
//+       años de gobierno, tiempo como, años como, periodo presidencial, duración de su gobierno]
//+     official -> office: [ocupar, desempeñar, fungir, estar en el cargo, gobernar, estar al frente,
//+       durar en el cargo, durar, durar como, fungir como, desempeñarse como, en el poder, presidir,
//+       llevar las riendas, ocupar el cargo, ocupar la silla, en la silla, encabezar, estar a cargo,
//+       dirigir, llevar, detentar, ejercer, ejercer como, tener el cargo, tener el puesto, actuar como,
//+       quedar como, mandar en,
//+       {say: [asumir, tomar posesión, asumir el cargo, asumir la presidencia, tomar protesta,
//+         rendir protesta, entrar al cargo, entrar en funciones, empezar como, iniciar como,
//+         comenzar como, llegar al poder, llegar al cargo, llegar a la presidencia, empezar, comenzar,
//+         iniciar, arrancar, entrar, nombrar, designado como, elegir, volverse, convertirse en,
//+         toma de posesión, juramentar, jurar el cargo, ganar la presidencia, arrancar su gobierno,
//+         comenzar su mandato, empezar su mandato, iniciar su mandato,
//+         subir al poder], with: {at: begin}},
//+       {say: [dejar el cargo, renunciar, terminar su mandato, concluir su mandato, salir del cargo,
//+         dejar el puesto, dejar la presidencia, dejar el poder, dimitir, terminar, acabar, concluir,
//+         dejar de ser, finalizar, entregar el poder, salir de la presidencia, acabar su mandato,
//+         terminar su gobierno, concluir su gobierno, dejar de gobernar, cesar en el cargo,
//+         dejar el gobierno, terminar el sexenio], with: {at: end}}]
//+ says:
//+   en: "{official} held the office of {office}[, {term}]"
//+   es: "{official} ocupó el cargo de {office}[, {term}]"
//+ questions:
//+   en: ["Who was president of Mexico on 2015-02-27?", "Which offices did Joe Biden hold?", "Until when was Alejandro Gertz Manero attorney general?"]
//+   es: ["¿Quién era presidente de México el 1 de diciembre de 2018?", "¿Hasta cuándo fue fiscal general Alejandro Gertz Manero?", "¿Qué cargos ha ocupado Claudia Sheinbaum?"]
//+ examples:
//+   - {office: office/president-of-mexico, period: "2018-12-01"}
//+   - {office: office/attorney-general-of-the-united-states, period: "2025-08-12"}
//+   - {office: office/president-of-mexico, period: "2018"}
//+   - {office: office/attorney-general-of-mexico}
//+   - {office: office/secretary-of-security-of-mexico}
//+   - {official: person/claudia-sheinbaum-pardo, period: "2025-02-27"}
//+   - {official: person/joe-biden}
//+   - {country: place/mexico, period: "2025-08-12"}
//+   - {}
//? official: MATCH (p:Entity {id: $official})
//? office: MATCH (o:Entity {id: $office})
//? country: MATCH (:Entity {id: $country})<-[:JURISDICTION]-(o:Entity) WITH DISTINCT o
MATCH (p:Person)-[r:HOLDS_OFFICE]->(o:Office)
WHERE ($official IS NULL OR p.id = $official) AND ($office IS NULL OR o.id = $office)
  AND ($period_from IS NULL OR r.valid_to >= $period_from) AND ($period_to IS NULL OR r.valid_from <= $period_to)
OPTIONAL MATCH (o)-[j:JURISDICTION]->(k:Country)
WITH p, r, o, j, k
WHERE $country IS NULL OR k.id = $country
RETURN p.id AS official_id, p.name AS official, o.id AS office_id, o.name AS office, k.id AS country_id, k.name AS country,
       r.valid AS term, r.valid_to = '9999-12-31' AS open,
       NOT EXISTS { MATCH (p)<-[:HOLDER]-(n:Entity)-[:OFFICE]->(o) WHERE n.date = r.valid } AS attested,
       r.status AS status, r.claims + coalesce(j.claims, []) AS claims
