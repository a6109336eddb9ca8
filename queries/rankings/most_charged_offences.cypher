//+ title: {en: "Offences by number of charges", es: "Delitos por número de acusaciones"}
//+ about:
//+   en: "In how many formal charges each offence stands, in the words of the sources. A charge is not a finding of guilt."
//+   es: "En cuántas acusaciones formales figura cada delito, con las palabras de las fuentes. Una acusación no es una declaración de culpabilidad."
//+ answer: {en: "Offences in charges: {n}.", es: "Delitos en las acusaciones: {n}."}
//+ ask:
//+   en:
//+     - "(which|what) (offence|offense|crime|charge) is (charged most|charged most often|most often charged|the most common|most common|most frequent|the most frequent)"
//+     - "(which|what) (offences|offenses|crimes|charges) are [the] (charged most|charged most often|most often charged|most common|most frequent)"
//+     - "what are the most (common|frequent) (charges|offences|offenses)"
//+     - "(rank|list|show) [the] (offences|offenses|charges) by [number of] charges"
//+     - "[what is] [the] most (common|frequent) (charge|charges|offence|offences|offense|offenses)"
//+   es:
//+     - "qué (delito|cargo|acusación) es (el más frecuente|la más frecuente|el más común|la más común)"
//+     - "(cuáles|qué) (delitos|cargos|acusaciones) son (los más frecuentes|las más frecuentes|los más comunes|las más comunes)"
//+     - "cuáles son (los|las) (delitos|cargos|acusaciones) más (frecuentes|comunes)"
//+     - "cuál es (el|la) (delito|cargo|acusación) más (frecuente|común)"
//+     - "[lista|ordena|muestra] [los] delitos por [número de] acusaciones"
//+ examples: [{}]
//+ columns: {offence: text, charges: integer, statuses: "text[]"}
//+ order: [-charges, offence]
MATCH (e:Charge)<-[:SUBJECT]-(c:Claim)
WHERE c.predicate = 'offence' AND c.drawn
WITH c.value AS offence, count(DISTINCT e) AS charges, collect(DISTINCT c.status) AS statuses, collect(DISTINCT c.id) AS found
RETURN offence, charges, statuses, found AS claims
