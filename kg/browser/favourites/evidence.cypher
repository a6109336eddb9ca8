//+ title: {en: "The claims behind what leads to an entity, with their sources", es: "Las afirmaciones tras lo que lleva a una entidad, con sus fuentes"}
MATCH (o:Entity {id: 'organization/cjng'})<-[r:LEADS]-(p:Person)
UNWIND r.claims AS id
MATCH (c:Entity {id: id})-[s:STATED_IN]->(source)
MATCH (c)-[t:SUBJECT]->(subject)
RETURN c, s, source, t, subject
