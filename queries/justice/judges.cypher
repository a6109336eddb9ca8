//+ title: {en: Judges, es: Jueces}
//+ about:
//+   en: "The judges whom the sources name, with the step of the case, the person it concerns and the court."
//+   es: "Los jueces que nombran las fuentes, con el paso del proceso, la persona a quien concierne y el tribunal."
//+ parameters:
//+   judge: {type: Person, default: null}
//+   person: {type: Person, default: null, about: the person whose case it is}
//+   court: {type: Court, default: null}
//+   event: {type: LegalEvent, default: null}
//+ columns: {judge: Person, person: Person, event: LegalEvent, date: text, court: "Court[]", status: text}
//+ order: [judge, date, person]
//+ from: person
//+ to: judge
//+ attributes: [court, event]
//+ words:
//+   en:
//+     judge: [judge, magistrate, trial judge, jurist, presiding judge, federal judge, district judge,
//+       chief judge, courtroom judge, judges, justice, judge assigned, judge in charge]
//+     judge -> person: [hear, preside over, oversee the case, hand down the sentence, handle the case,
//+       rule on, sit on the case, hear the case of, handle the case of, sign the order]
//+   es:
//+     judge: [juez, jueza, magistrado, magistrada, juzgador, jueces, juez federal, jueza federal,
//+       jueza de distrito, juez asignado, juez a cargo, juez de la causa, juzgadora, jueza a cargo,
//+       juez encargado]
//+     judge -> person: [presidir, llevar el caso, juzgar, ver el caso, dictar la sentencia,
//+       tener a su cargo el caso, tener el caso, llevar el proceso, encargarse del caso, asignar,
//+       presidir la audiencia, llevar la audiencia, conocer del caso]
//+ says:
//+   en: "{judge} heard {event} of {person}[ in the {court}]"
//+   es: "{judge} conoció {event} de {person}[ en {court}]"
//+ questions:
//+   en: ["Which judge hears the case of Ismael Zambada García?", "Which cases does Beryl Howell hear?"]
//+   es: ["¿Qué juez lleva el caso del Mayo?", "¿A quién juzgó Beryl Howell?"]
//+ examples:
//+   - {person: person/ismael-zambada-garcia}
//+   - {judge: person/beryl-howell}
//+   - {court: organization/us-district-court-edny}
//+   - {}
//? person: MATCH (p:Entity {id: $person})<-[:CONCERNS]-(e:Entity) WITH DISTINCT e
//? judge: MATCH (k:Entity {id: $judge})
//? event: MATCH (e:Entity {id: $event})
//? court: MATCH (:Entity {id: $court})<-[:IN_COURT]-(e:Entity) WITH DISTINCT e
MATCH (e:LegalEvent)-[j:JUDGE]->(k:Person)
WHERE ($judge IS NULL OR k.id = $judge) AND ($event IS NULL OR e.id = $event)
MATCH (e)-[r:CONCERNS]->(p:Person)
WHERE $person IS NULL OR p.id = $person
WITH e, j, k, r, p
WHERE $court IS NULL OR EXISTS { (e)-[:IN_COURT]->(:Entity {id: $court}) }
MATCH (e)<-[:SUBJECT]-(c:Claim)
WITH e, j, k, r, p, c
WHERE c.id IN j.claims OR c.id IN r.claims OR (c.predicate IN ['date_claimed', 'IN_COURT']
  AND c.drawn)
OPTIONAL MATCH (c)-[:OBJECT]->(o:Entity)
RETURN k.id AS judge_id, k.name AS judge, p.id AS person_id, p.name AS person,
       e.id AS event_id, e.name AS event, e.date AS date, r.status AS status,
       CASE WHEN c.predicate = 'IN_COURT' THEN [o.name] ELSE [] END AS court,
       CASE WHEN c.predicate = 'IN_COURT' THEN [o.id] ELSE [] END AS court_id,
       [c.id] AS claims
