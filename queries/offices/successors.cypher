//+ title: {en: Who followed whom in an office, es: Quién sucedió a quién en un cargo}
//+ about:
//+   en: "Consecutive known terms in an office, in the order in which they began; the office may have been vacant between. Single attested days are no terms and don't count."
//+   es: "Periodos conocidos consecutivos en un cargo, en el orden en que empezaron; entre ellos el cargo pudo estar vacante. Los días sueltos en que consta alguien en el cargo no son periodos y no cuentan."
//+ answer: {en: "Successions found: {n}.", es: "Sucesiones encontradas: {n}."}
//+ ask:
//+   en:
//+     - "who succeeded {outgoing} as {office}"
//+     - "who (succeeded|followed|replaced|came after) {outgoing}"
//+     - "who (succeeded|followed|replaced|came after|took over from) {outgoing} as {office}"
//+     - "who was {office} after {outgoing}"
//+     - "who (preceded|came before) {incoming} [as {office}]"
//+     - "who was {office} before {incoming}"
//+     - "whom did {incoming} (succeed|follow|replace) [as {office}]"
//+     - "who did {incoming} (succeed|follow|replace) [as {office}]"
//+     - "(successor|successors) of {outgoing} [as {office}]"
//+     - "(predecessor|predecessors) of {incoming} [as {office}]"
//+     - "{outgoing}'s successor [as {office}]"
//+     - "{incoming}'s predecessor [as {office}]"
//+     - "who (followed|succeeded) whom as {office}"
//+     - "(succession|order of succession|successions) (in|of) [the office of] {office}"
//+   es:
//+     - "quién sucedió a {outgoing} como {office}"
//+     - "quién (sucedió|reemplazó|sustituyó|relevó) a {outgoing} [como {office}]"
//+     - "quién (sucedió|reemplazó|sustituyó|relevó) a {outgoing} (en la|en el cargo de) {office}"
//+     - "quién (vino|fue|era) {office} después de {outgoing}"
//+     - "quién (fue|era) {office} antes de {incoming}"
//+     - "quién (precedió a|estuvo antes de) {incoming} [como {office}]"
//+     - "a quién (sucedió|reemplazó|sustituyó|relevó) {incoming} [como {office}]"
//+     - "(sucesor|sucesora|sucesores) de {outgoing} [como {office}]"
//+     - "(predecesor|predecesora|antecesor|antecesora) de {incoming} [como {office}]"
//+     - "quién (sucedió|siguió) a quién como {office}"
//+     - "(sucesión|sucesiones) (en|de) [el cargo de] {office}"
//+ examples: [{office: office/attorney-general-of-mexico, outgoing: person/alejandro-gertz-manero}, {office: office/president-of-mexico, incoming: person/claudia-sheinbaum-pardo}, {outgoing: person/joe-biden}, {office: office/president-of-mexico}]
//+ parameters:
//+   office: {type: Office, default: null}
//+   outgoing: {type: Official, default: null, about: "who left the office"}
//+   incoming: {type: Official, default: null, about: "who came into the office"}
//+ columns: {office: Office, predecessor: Official, earlier_term: text, successor: Official, later_term: text}
//+ order: [office, later_term, earlier_term]
MATCH (p:Entity)-[r:HOLDS_OFFICE]->(o:Entity)
WHERE ($office IS NULL OR o.id = $office) AND ($outgoing IS NULL OR p.id = $outgoing)
  AND EXISTS { MATCH (p)<-[:HOLDER]-(n:Entity)-[:OFFICE]->(o) WHERE n.date = r.valid }
MATCH (q:Entity)-[s:HOLDS_OFFICE]->(o)
WHERE s.valid_from > r.valid_from AND ($incoming IS NULL OR q.id = $incoming)
  AND EXISTS { MATCH (q)<-[:HOLDER]-(n:Entity)-[:OFFICE]->(o) WHERE n.date = s.valid }
WITH o, p, r, q, s
WHERE NOT EXISTS {
    MATCH (x:Entity)-[m:HOLDS_OFFICE]->(o)
    WHERE m.valid_from > r.valid_from AND m.valid_from < s.valid_from
      AND EXISTS { MATCH (x)<-[:HOLDER]-(n:Entity)-[:OFFICE]->(o) WHERE n.date = m.valid }
  }
RETURN o.id AS office_id, o.name AS office, p.id AS predecessor_id, p.name AS predecessor, r.valid AS earlier_term,
       q.id AS successor_id, q.name AS successor, s.valid AS later_term, r.claims + s.claims AS claims
