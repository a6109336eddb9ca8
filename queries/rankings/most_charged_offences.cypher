//+ title: {en: "Offences by number of charges", es: "Delitos por número de acusaciones"}
//+ about:
//+   en: "In how many formal charges each offence stands, in the words of the sources. A charge is not a finding of guilt."
//+   es: "En cuántas acusaciones formales figura cada delito, con las palabras de las fuentes. Una acusación no es una declaración de culpabilidad."
//+ examples: [{}]
//+ columns: {offence: text, charges: integer, statuses: "text[]"}
//+ order: [-charges, offence]
MATCH (e:Charge)<-[:SUBJECT]-(c:Claim)
WHERE c.predicate = 'offence' AND c.drawn
WITH c.value AS offence, count(DISTINCT e) AS charges, collect(DISTINCT c.status) AS statuses, collect(DISTINCT c.id) AS found
RETURN offence, charges, statuses, found AS claims
