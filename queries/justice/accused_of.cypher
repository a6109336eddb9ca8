//+ title: {en: "People accused of an offence", es: "Personas acusadas de un delito"}
//+ about:
//+   en: "Everyone whom a charge, a plea or a verdict names with an offence, and everyone to whom a source ascribes a killing. `offence` looks for a text in the offence (or in the name of the killing) and knows some common words in Spanish. An accusation is not guilt: the statuses stand beside it."
//+   es: "Toda persona a quien una acusación, declaración o veredicto nombra con un delito, y a quien una fuente atribuye un homicidio. `offence` busca un texto en el delito (o en el nombre del homicidio) y conoce algunas palabras comunes en español. Una acusación no es culpa: los estados están al lado."
//+ answer: {en: "Accusations, none of them more than its status says: {n}.", es: "Acusaciones, ninguna más firme de lo que dice su estado: {n}."}
//+ ask:
//+   en:
//+     - "who (is|was|has been) (accused of|charged with|indicted for) {offence}"
//+     - "who (are|were) (accused of|charged with|indicted for) {offence}"
//+     - "who faces (charges of|charges for|accusations of) {offence}"
//+     - "(which|what) people (are|were) (accused of|charged with|indicted for) {offence}"
//+     - "people (accused of|charged with) {offence}"
//+     - "[list] [all] [the] people (accused of|charged with) {offence}"
//+     - "against whom are there (charges of|charges for|accusations of) {offence}"
//+   es:
//+     - "(quién|quiénes) (está|están|es|son|fue|fueron) (acusado|acusada|acusados|acusadas) (de|por) {offence}"
//+     - "(quién|quiénes) (enfrenta|enfrentan) (cargos|acusaciones) (de|por) {offence}"
//+     - "a (quién|quiénes) se (acusa|acusó) (de|por) {offence}"
//+     - "[lista de|qué] personas acusadas (de|por) {offence}"
//+     - "qué personas están acusadas (de|por) {offence}"
//+ examples: [{offence: terrorism}, {offence: murder}, {offence: "lavado de dinero"}, {}]
//+ parameters:
//+   offence: {type: text, default: null, about: "a text to find in the offence"}
//+ columns: {person: Person, offence: text, offence_status: text, status: text, event: Event, date: text}
//+ order: [person, event, offence, offence_status]
MATCH (e:Event)-[r:CONCERNS|ALLEGED_PERPETRATOR]->(p:Person)
WITH e, r, p
WHERE e:LegalEvent OR type(r) = 'ALLEGED_PERPETRATOR'
OPTIONAL MATCH (e)<-[:SUBJECT]-(f:Claim)
WHERE f.predicate = 'offence' AND f.drawn
WITH e, r, p, f, replace(toLower(coalesce(f.value, e.name)), '-', '') AS words,
     replace(toLower(coalesce($offence, '')), '-', '') AS asked
WHERE f IS NOT NULL OR type(r) = 'ALLEGED_PERPETRATOR'
WITH e, r, p, f, words, [asked] + [w IN [
     {said: 'drugs', means: 'drug'}, {said: 'drogas', means: 'drug'},
     {said: 'terrorismo', means: 'terrorism'}, {said: 'narcoterrorismo', means: 'narcoterrorism'},
     {said: 'murder', means: 'homicide'}, {said: 'murder', means: 'killing'},
     {said: 'homicide', means: 'murder'}, {said: 'homicide', means: 'killing'},
     {said: 'asesinato', means: 'murder'}, {said: 'asesinato', means: 'homicide'},
     {said: 'asesinato', means: 'killing'}, {said: 'homicidio', means: 'homicide'},
     {said: 'homicidio', means: 'murder'}, {said: 'homicidio', means: 'killing'},
     {said: 'lavado de dinero', means: 'money laundering'}, {said: 'lavado', means: 'money laundering'},
     {said: 'narcotráfico', means: 'drug trafficking'}, {said: 'narcotrafico', means: 'drug trafficking'},
     {said: 'tráfico de drogas', means: 'drug trafficking'}, {said: 'trafico de drogas', means: 'drug trafficking'},
     {said: 'secuestro', means: 'kidnapping'}, {said: 'delincuencia organizada', means: 'organised crime'},
     {said: 'crimen organizado', means: 'organised crime'}, {said: 'organized crime', means: 'organised crime'},
     {said: 'fentanilo', means: 'fentanyl'}, {said: 'cocaína', means: 'cocaine'},
     {said: 'cocaina', means: 'cocaine'}, {said: 'metanfetamina', means: 'methamphetamine'},
     {said: 'armas', means: 'firearm'}, {said: 'armas de fuego', means: 'firearm'},
     {said: 'weapons', means: 'firearm'}, {said: 'tráfico de personas', means: 'smuggling'},
     {said: 'trafico de personas', means: 'smuggling'}
  ] WHERE w.said = asked | w.means] AS sought
WHERE any(s IN sought WHERE words CONTAINS s)
MATCH (e)<-[:SUBJECT]-(c:Claim)
WITH e, r, p, f, c
WHERE c.id = f.id OR c.id IN r.claims OR (c.predicate = 'date_claimed'
  AND c.drawn)
RETURN p.id AS person_id, p.name AS person, f.value AS offence, f.status AS offence_status,
       r.status AS status, e.id AS event_id, e.name AS event, e.date AS date, [c.id] AS claims
