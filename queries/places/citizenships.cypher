//+ title: {en: "Citizenship", es: "Ciudadanía"}
//+ about:
//+   en: "Who is a citizen of which country, as far as sources say so."
//+   es: "Quién es ciudadano de qué país, hasta donde lo dicen las fuentes."
//+ parameters:
//+   person: {type: Person, default: null}
//+   country: {type: Country, default: null}
//+ columns: {person: Person, country: Country, valid: interval, status: text}
//+ order: [person, country, valid]
//+ from: person
//+ to: country
//+ attributes: [country, status]
//+ words:
//+   en:
//+     country: [nationality, citizenship, passport, home country, country of origin,
//+       citizenship country, country of citizenship, country of nationality, homeland]
//+     person: [citizen, national, citizens, nationals, foreign national, passport holder, foreigner,
//+       foreigners, foreign citizen, foreign-born, foreign nationals]
//+     person -> country: [hold a passport, hold citizenship, have citizenship, have nationality,
//+       hold nationality]
//+   es:
//+     country: [nacionalidad, ciudadanía, pasaporte, país de origen, patria, país de nacionalidad,
//+       país de ciudadanía, nacionalidades]
//+     person: [ciudadano, nacional, paisano, connacional, ciudadana, ciudadanos, extranjero, extranjera,
//+       extranjeros, foráneo, foráneos, ciudadano extranjero]
//+     person -> country: [tener nacionalidad, tener la nacionalidad, tener pasaporte, tener ciudadanía]
//+ says:
//+   en: "{person} is a citizen of {country} ({status})"
//+   es: "{person} es ciudadano de {country} ({status})"
//+ questions:
//+   en: ["What nationality is Abdul Karim Conteh?", "Which citizens of Sierra Leone are recorded?"]
//+   es: ["¿Qué nacionalidad tiene Abdul Karim Conteh?", "¿Quiénes son ciudadanos de Sierra Leona?"]
//+ examples:
//+   - {person: person/abdul-karim-conteh}
//+   - {}
//? person: MATCH (p:Entity {id: $person})
//? country: MATCH (x:Entity {id: $country})
MATCH (p:Person)-[r:CITIZEN_OF]->(x:Country)
WHERE r.claims IS NOT NULL AND ($person IS NULL OR p.id = $person) AND ($country IS NULL OR x.id = $country)
RETURN p.id AS person_id, p.name AS person, x.id AS country_id, x.name AS country,
       r.valid AS valid, r.status AS status, r.claims AS claims
