//+ title: {en: "Policies and measures", es: "Políticas y medidas"}
//+ about:
//+   en: "Policies, practices and measures of a government, an administration or a person in office, with what they consist of and whom they are aimed at. A person also stands for the administrations that the person heads, a country for its government, an administration for its head while in office."
//+   es: "Políticas, prácticas y medidas de un gobierno o de quien ocupa un cargo, con en qué consisten y a quién se dirigen. Una persona vale también por los gobiernos que encabeza, un país por su gobierno, un gobierno por quien lo encabeza mientras ocupa el cargo."
//+ parameters:
//+   by: {type: Entity, default: null}
//+   policy: {type: PolicyMeasure, default: null}
//+   target: {type: Entity, default: null}
//+ columns: {by: "Entity[]", policy: PolicyMeasure, text: "text[]", target: "Entity[]", legal_basis: "LegalInstrument[]", date: text, statuses: "text[]"}
//+ order: [date, policy]
//+ from: by
//+ to: policy
//+ attributes: [text, date]
//+ words:
//+   en:
//+     policy: [policy, measure, strategy, approach, practice, programme, program, plan, crackdown,
//+       policies, measures, step taken, steps taken, anti-drug policy, security policy,
//+       security strategy, drug policy, response to drugs, initiative, reform, deployment,
//+       measures taken, action taken, actions taken, directive, presidential directive,
//+       directives, steps, step, action, actions, measure taken, response, security measures,
//+       border measures, anti-cartel measures, anti-cartel policy, anti-crime policy, security approach,
//+       drug strategy, anti-drug strategy, war on drugs, campaign, security plan, security cooperation,
//+       cooperation, agenda, offer of help, aid offered, concessions, concession, sanctions regime]
//+     by -> policy: [adopt, introduce, pursue, implement, enact, take measures, take action, take steps,
//+       take a step, adopt measures, put in place, roll out, deploy, send troops, impose tariffs, offer,
//+       respond with, undertake, put into effect, direct, launch, do about, step up, make policy,
//+       seize labs]
//+     text: [content, substance, consist, consist of, consist in, entail, goal, goals, aim, aims,
//+       objective, objectives, purpose, main idea, focus, priority, priorities]
//+     policy -> target: [directed at, aim at, aim against, target]
//+   es:
//+     policy: [política, medida, estrategia, enfoque, programa, plan, acción, políticas, medidas,
//+       estrategias, programas, iniciativa, reforma, despliegue, ofrecimiento, plan de seguridad,
//+       estrategia de seguridad, política de seguridad, política antidrogas, medida tomada,
//+       medidas tomadas, directiva, directivas, paso, pasos, acciones, plan de acción,
//+       campaña, medidas de seguridad, medidas fronterizas, medidas migratorias, respuesta, línea dura,
//+       mano dura, planteamiento, agenda, agenda de seguridad, cooperación, cooperación en seguridad,
//+       política migratoria, política exterior, guerra contra las drogas, guerra contra el narco,
//+       concesiones, estrategia antidrogas, estrategia contra el narco, medidas tomó, medidas tomaron,
//+       medidas ha tomado, acciones tomó, acciones tomaron, pasos dio, pasos dieron]
//+     by -> policy: [adoptar, impulsar, implementar, emprender, decretar, tomar medidas, tomar acciones,
//+       tomar la medida, ofrecer, ofrecer ayuda, anunciar medidas, poner en marcha, echar a andar,
//+       desplegar, mandar tropas, imponer aranceles, instaurar, promover, responder con,
//+       //+       ejecutar una política, lanzar, tomar pasos, dar pasos, dar un paso, instruir,
//+       girar instrucciones, dar la orden, responder a]
//+     text: [contenido, consistir, consistir en, en qué consistía, en qué consiste, en qué consistió,
//+       en qué consistieron, de qué se trataba, de qué trataba, de qué trata, contemplar, objetivo,
//+       objetivos, meta, metas, propósito, finalidad, prioridad, prioridades, idea principal,
//+       en qué se centra, en qué se enfocaba]
//+     policy -> target: [dirigirse contra, ir contra, apuntar a, dirigirse a]
//+ says:
//+   en: "{by}: {policy}[: {text}]"
//+   es: "{by}: {policy}[: {text}]"
//+ questions:
//+   en: ["Which policies did López Obrador pursue?", "Which measures did the second Trump administration adopt?"]
//+   es: ["¿Qué políticas impulsó López Obrador?", "¿Qué medidas adoptó Claudia Sheinbaum?"]
//+ examples:
//+   - {by: administration/trump-2}
//+   - {by: person/claudia-sheinbaum-pardo}
//+   - {by: place/mexico}
//+   - {}
//? policy: MATCH (e:Entity {id: $policy})
//? by: MATCH (meant:Entity {id: $by}) OPTIONAL MATCH (state:Government) WHERE meant:Country AND state.name ENDS WITH meant.name
//? by: WITH meant, collect(state.id) AS states OPTIONAL MATCH (meant)-[:HEADED_BY|JURISDICTION]-(near:Entity)
//? by: WITH meant.id AS own, states, collect(near.id) AS others UNWIND [own] + states + others AS one
//? by: MATCH (:Entity {id: one})<-[:MADE_BY]-(e:Entity) WITH DISTINCT e
//? target: MATCH (:Entity {id: $target})<-[:DIRECTED_AT]-(e:Entity) WITH DISTINCT e
MATCH (e:PolicyMeasure)
WHERE $policy IS NULL OR e.id = $policy
CALL (e) {
  MATCH (e)-[:MADE_BY]->(g:Government)
  MATCH (k:Country)
  WHERE g.name ENDS WITH k.name
  RETURN collect(DISTINCT k) AS by_countries
}
WITH e, [(e)-[:MADE_BY]->(x:Entity) | x] + [(e)-[:MADE_BY]->(:Entity)-[:HEADED_BY|JURISDICTION]->(x:Entity) | x]
     + [(e)-[:MADE_BY]->(:Entity)<-[:HEADED_BY]-(x:Entity)<-[:OCCURRED_UNDER]-(e) | x]
     + by_countries AS by
WITH e, by
WHERE ($by IS NULL OR any(x IN by WHERE x.id = $by))
  AND ($target IS NULL OR EXISTS { MATCH (e)-[d:DIRECTED_AT]->(:Entity {id: $target}) WHERE d.claims IS NOT NULL })
MATCH (e)<-[:SUBJECT]-(c:Claim)
WITH e, by, c
WHERE c.predicate IN ['date_claimed', 'text', 'MADE_BY', 'DIRECTED_AT', 'LEGAL_BASIS'] AND c.drawn
OPTIONAL MATCH (c)-[:OBJECT]->(o:Entity)
RETURN [x IN by | x.name] AS by, [x IN by | x.id] AS by_id, e.id AS policy_id, e.name AS policy,
       CASE WHEN c.predicate = 'text' THEN [c.value] ELSE [] END AS text,
       CASE WHEN c.predicate = 'DIRECTED_AT' THEN [o.name] ELSE [] END AS target,
       CASE WHEN c.predicate = 'DIRECTED_AT' THEN [o.id] ELSE [] END AS target_id,
       CASE WHEN c.predicate = 'LEGAL_BASIS' THEN [o.name] ELSE [] END AS legal_basis,
       CASE WHEN c.predicate = 'LEGAL_BASIS' THEN [o.id] ELSE [] END AS legal_basis_id,
       e.date AS date, [c.status] AS statuses, [c.id] AS claims
