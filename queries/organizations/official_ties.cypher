//+ title: {en: Alleged ties of officials to criminal organisations, es: Presuntos vínculos de funcionarios con organizaciones criminales}
//+ about:
//+   en: "Who says that an official, a party or a government has ties to criminal organisations, and of whom, and who denies it. These are allegations and denials, one row a claim; none is a finding."
//+   es: "Quién dice que un funcionario, un partido o un gobierno tiene vínculos con organizaciones criminales, y de quién, y quién lo niega. Son acusaciones y desmentidos, una fila por afirmación; ninguno es un fallo."
//+ parameters:
//+   official: {type: Actor, default: null, about: "the official, party or government"}
//+   organization: {type: Actor, default: null, about: the organisation or group}
//+   said_by: {type: Actor, default: null}
//+   source: {type: Source, default: null}
//+ columns: {official: Actor, organization: Actor, status: text, said_by: "Actor[]", source: Source}
//+ order: [official, organization, status, source]
//+ together: [said_by]
//+ from: official
//+ to: organization
//+ attributes: [status, said_by]
//+ words:
//+   en:
//+     official: [politician, public servant, narco-politician, corrupt official, corrupt politician,
//+       crooked politician, public official, government official, elected official, crooked official,
//+       corrupt officials, corrupt politicians, crooked politicians, politicians, dirty politician,
//+       dirty politicians, narco-politicians, compromised official]
//+     organization: [collusion, cartel tie, cartel link, cartel connection, narco tie, corruption,
//+       narco link, alleged collusion, cartel ties alleged, ties to cartels, ties to traffickers,
//+       narco ties, links to cartels, bribery, graft, complicity, alleged ties]
//+     official -> organization: [tied to the cartels, tied to cartels, linked to the cartels,
//+       linked to cartels, tied to drug cartels, linked to drug cartels, collude, be in bed, protect, be in the pocket, be on the payroll,
//+       have dealings, have ties, have links, in cahoots, take bribes, cover up for, work hand in glove,
//+       take money, shield, sell out, take cartel money, conspire with, give cover to,
//+       {say: [deny], with: {status: denied}}]
//+   es:
//+     official: [político, narcopolítico, servidor público, funcionario corrupto, político corrupto,
//+       narco político, funcionario público, autoridad corrupta, políticos corruptos,
//+       funcionarios corruptos, políticos coludidos, funcionarios coludidos, narcopolíticos, políticos,
//+       narco políticos]
//+     organization: [contubernio, colusión, narconexo, complicidad, corrupción, compadrazgo,
//+       connivencia, amarre, nexos con el narco, nexos con cárteles, vínculos con el narco,
//+       narcopolítica, moches, mordidas, sobornos, presuntos nexos, protección al narco]
//+     official -> organization: [vinculado con los cárteles, vinculado a los cárteles,
//+       ligado a los cárteles, ligado con los cárteles, vinculado con el narco, ligado al narco, tener nexos, estar coludido, proteger, pactar, estar en la nómina,
//+       estar comprado, tener vínculos, tener lazos, tener ligas, coludir, recibir sobornos,
//+       en contubernio, solapar, encubrir, en la bolsa, recibir dinero, recibir moches,
//+       recibir mordidas, tener arreglos, tener un arreglo, dar protección, brindar protección,
//+       {say: [negar, desmentir], with: {status: denied}}]
//+ says:
//+   en: "{official} is said to have ties to {organization} ({status}[, by {said_by}])"
//+   es: "Se dice que {official} tiene vínculos con {organization} ({status}[, por {said_by}])"
//+ questions:
//+   en: ["Who says that López Obrador has ties to the Sinaloa Cartel?", "Which politicians are linked to the cartels?"]
//+   es: ["¿Quién dice que López Obrador tiene nexos con el Cártel de Sinaloa?", "¿Qué políticos están vinculados con los cárteles?"]
//+ examples:
//+   - {}
//+   - {official: person/andres-manuel-lopez-obrador}
//+   - {organization: organization/sinaloa-cartel}
//+   - {official: person/andres-manuel-lopez-obrador, organization: organization/sinaloa-cartel}
//+   - {said_by: person/donald-trump}
//? official: MATCH (x:Entity {id: $official})<-[:SUBJECT]-(c:Claim)
//? organization: MATCH (:Entity {id: $organization})<-[:PART_OF*0..1]-(:Entity)<-[:OBJECT]-(c:Claim) WITH DISTINCT c
//? said_by: MATCH (:Entity {id: $said_by})<-[:ATTRIBUTED_TO]-(c:Claim)
//? source: MATCH (s:Entity {id: $source})<-[:STATED_IN]-(c:Claim)
MATCH (c:Claim)-[:SUBJECT]->(x:Actor)
WHERE c.predicate = 'ALLEGEDLY_TIED_TO' AND c.rank <> 'deprecated' AND c.status IS NOT NULL
MATCH (c)-[:OBJECT]->(y:Actor)
MATCH (c)-[:STATED_IN]->(s:Source)
WITH c, x, y, s
WHERE ($official IS NULL OR x.id = $official) AND ($organization IS NULL OR y.id = $organization
    OR EXISTS { (y)-[:PART_OF]->(:Entity {id: $organization}) })
  AND ($source IS NULL OR s.id = $source)
  AND ($said_by IS NULL OR EXISTS { (c)-[:ATTRIBUTED_TO]->(:Entity {id: $said_by}) })
OPTIONAL MATCH (c)-[:ATTRIBUTED_TO]->(a:Entity)
WITH c, x, y, s, collect(a.id) AS said_by_id, collect(a.name) AS said_by
RETURN x.id AS official_id, x.name AS official, y.id AS organization_id, y.name AS organization, c.status AS status,
       said_by_id, said_by, s.id AS source_id, s.name AS source, [c.id] AS claims
