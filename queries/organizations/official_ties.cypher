//+ title: {en: Alleged ties between officials and crime, es: Presuntos vínculos entre funcionarios y crimen}
//+ about:
//+   en: "Who says that an official, a party or a government has ties to criminal organisations, and of whom, and who denies it. These are allegations and denials, one row a claim; none is a finding."
//+   es: "Quién dice que un funcionario, un partido o un gobierno tiene vínculos con organizaciones criminales, y de quién, y quién lo niega. Son acusaciones y desmentidos, una fila por afirmación; ninguno es un fallo."
//+ answer: {en: "Claims about ties between officials and crime (alleged, not proven): {n}.", es: "Afirmaciones sobre vínculos entre funcionarios y crimen (acusaciones, no hechos probados): {n}."}
//+ ask:
//+   en:
//+     - "(which|what) (officials|politicians|governments|parties) are (accused of|alleged to have|said to have) ties (to|with) (cartels|criminal organisations|criminal organizations|organized crime|organised crime)"
//+     - "(which|what) (officials|politicians) are (allegedly tied|allegedly linked|accused of being tied) to (cartels|criminal organisations|criminal organizations)"
//+     - "(which|what) [alleged] ties (between|are there between) (officials|politicians) and (cartels|criminal organisations|criminal organizations) [are alleged|are there|are claimed]"
//+     - "who is (accused of|alleged to have|said to have) ties (to|with) {actor}"
//+     - "(which|what) (officials|politicians) are (accused of|alleged to have|said to have) ties (to|with) {actor}"
//+     - "(which|what) (officials|politicians) are (allegedly tied|allegedly linked) to {actor}"
//+     - "(which|what) ties (to|with) (cartels|criminal organisations|criminal organizations|organized crime|organised crime|crime) is {actor} (accused of|alleged to have|said to have)"
//+     - "is {actor} (accused of|alleged to have|said to have) ties (to|with) (cartels|the cartels|criminal organisations|criminal organizations|organized crime|organised crime)"
//+     - "(which|what) (cartels|criminal organisations|criminal organizations) is {actor} (accused of|alleged to have|said to have) ties (to|with)"
//+     - "is {actor} (accused of|alleged to have|said to have) ties (to|with) {other}"
//+     - "(is|are) {actor} (allegedly tied|allegedly linked) to {other}"
//+     - "who (says|claims|alleges) that {actor} has ties (to|with) {other}"
//+     - "who (says|claims|alleges) that {actor} has ties (to|with) (cartels|the cartels|criminal organisations|criminal organizations)"
//+     - "[the] alleged ties (of|between) {actor} [to|and] (cartels|the cartels|crime)"
//+   es:
//+     - "(qué|cuáles) (funcionarios|políticos|gobiernos|partidos) (son acusados|están acusados) de [tener] (vínculos|nexos|lazos) con (cárteles|el crimen organizado|organizaciones criminales|el narco)"
//+     - "(qué|cuáles) (vínculos|nexos) (entre funcionarios y cárteles|entre políticos y cárteles|entre políticos y crimen) se (alegan|denuncian|señalan)"
//+     - "quién (es acusado|está acusado) de [tener] (vínculos|nexos|lazos) con {actor}"
//+     - "(qué|cuáles) (funcionarios|políticos) (son acusados|están acusados) de [tener] (vínculos|nexos) con {actor}"
//+     - "de qué (vínculos|nexos|lazos) con (cárteles|los cárteles|el crimen organizado|el narco) se acusa (a|al) {actor}"
//+     - "con qué (cárteles|organizaciones criminales) se (acusa|vincula|relaciona) (a|al) {actor} [de tener vínculos|de tener nexos]"
//+     - "(se acusa|acusan) (a|al) {actor} de [tener] (vínculos|nexos|lazos) con (cárteles|los cárteles|el crimen organizado|el narco)"
//+     - "(se acusa|acusan) (a|al) {actor} de [tener] (vínculos|nexos|lazos) con {other}"
//+     - "quién (dice|afirma|sostiene) que {actor} tiene (vínculos|nexos|lazos) con {other}"
//+     - "quién (dice|afirma|sostiene) que {actor} tiene (vínculos|nexos|lazos) con (cárteles|los cárteles|el crimen organizado|el narco)"
//+     - "[los] presuntos (vínculos|nexos) (de|del) {actor} con (los cárteles|el crimen organizado|el narco)"
//+ examples: [{}, {actor: person/andres-manuel-lopez-obrador}, {actor: organization/sinaloa-cartel}, {actor: person/andres-manuel-lopez-obrador, other: organization/sinaloa-cartel}]
//+ parameters:
//+   actor: {type: Actor, default: null, about: "either side of the tie"}
//+   other: {type: Actor, default: null, about: "the other side of the tie"}
//+ columns: {who: Actor, tied_to: Actor, status: text, said_by: "Actor[]", source: Source}
//+ order: [who, tied_to, status, source]
MATCH (c:Claim)-[:SUBJECT]->(x:Entity)
WHERE c.predicate = 'ALLEGEDLY_TIED_TO' AND c.rank <> 'deprecated' AND c.status IS NOT NULL
MATCH (c)-[:OBJECT]->(y:Entity)
MATCH (c)-[:STATED_IN]->(s:Entity)
WITH c, x, y, s
WHERE ($actor IS NULL OR x.id = $actor OR y.id = $actor) AND ($other IS NULL OR x.id = $other OR y.id = $other)
OPTIONAL MATCH (c)-[:ATTRIBUTED_TO]->(a:Entity)
WITH c, x, y, s, collect(a.id) AS said_by_id, collect(a.name) AS said_by
RETURN x.id AS who_id, x.name AS who, y.id AS tied_to_id, y.name AS tied_to, c.status AS status, said_by_id, said_by,
       s.id AS source_id, s.name AS source, [c.id] AS claims
