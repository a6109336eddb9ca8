//+ title: {en: "Citizenship", es: "Ciudadanía"}
//+ about:
//+   en: "Who is a citizen of which country, as far as sources say so; for one person, or for one country."
//+   es: "Quién es ciudadano de qué país, hasta donde lo dicen las fuentes; para una persona o para un país."
//+ answer: {en: "Citizenships found: {n}.", es: "Ciudadanías encontradas: {n}."}
//+ ask:
//+   en:
//+     - "what is the (nationality|citizenship) of {person}"
//+     - "what is {person}'s (nationality|citizenship)"
//+     - "what nationality (is|was) {person}"
//+     - "(which|what) country is {person} a citizen of"
//+     - "(which|what) country is {person} from"
//+     - "of (which|what) country is {person} a citizen"
//+     - "who is a citizen of {country}"
//+     - "who are the citizens of {country}"
//+     - "(which|what) people are citizens of {country}"
//+   es:
//+     - "cuál es la (nacionalidad|ciudadanía) (de|del) {person}"
//+     - "qué (nacionalidad|ciudadanía) tiene {person}"
//+     - "de qué (nacionalidad|país) es {person}"
//+     - "de qué país es ciudadano {person}"
//+     - "quién es ciudadano (de|del) {country}"
//+     - "quiénes son ciudadanos (de|del) {country}"
//+     - "quiénes son los ciudadanos (de|del) {country}"
//+ examples: [{person: person/abdul-karim-conteh}, {}]
//+ parameters:
//+   person: {type: Person, default: null}
//+   country: {type: Country, default: null}
//+ columns: {citizen: Person, nationality: Country, valid: interval, status: text}
//+ order: [citizen, nationality]
MATCH (p:Entity)-[r:CITIZEN_OF]->(x:Entity)
WHERE r.claims IS NOT NULL AND ($person IS NULL OR p.id = $person)
WITH p, r, x
WHERE $country IS NULL OR x.id = $country
RETURN p.id AS citizen_id, p.name AS citizen, x.id AS nationality_id, x.name AS nationality,
       r.valid AS valid, r.status AS status, r.claims AS claims
