//+ title: {en: Ties with organisations, es: Vínculos con organizaciones}
//+ about:
//+   en: "How people and organisations are said to be tied to an organisation, read from the actor to the organisation: as member, leader, founder, employee, part, ally, rival, offshoot or otherwise. The status says how firmly: alleged is not proven."
//+   es: "De qué modo se dice que personas y organizaciones están vinculadas con una organización, leído del actor a la organización: como miembro, líder, fundador, empleado, parte, aliado, rival, escisión u otro. El estado dice con qué firmeza: alegado no es probado."
//+ parameters:
//+   actor: {type: Actor, default: null}
//+   organization: {type: Organization, default: null}
//+ columns: {actor: Actor, organization: Organization, tie: text, status: text, inferred: boolean, valid: interval}
//+ order: [actor, organization, tie, valid]
//+ from: actor
//+ to: organization
//+ attributes: [tie, status]
//+ words:
//+   en:
//+     tie: [role, roles, job, capacity, part played, function in the group]
//+     actor: [
//+       {say: [employee, agent, staffer, worker, employees, staff, staffers,
//+         agents], with: {tie: EMPLOYED_BY}}]
//+     organization: [
//+       {say: [employer, agency, workplace, think tank, institution, institute, police force, corps], with: {tie: EMPLOYED_BY}}]
//+     actor -> organization: [be tied, be linked, be connected, be related,
//+       {say: [work for, employ, be employed, draw a salary, on staff, serve as an agent, on the staff,
//+         employed by, have a job at, serve with], with: {tie: EMPLOYED_BY}},
//+       {say: [affiliate, be affiliated], with: {tie: AFFILIATED_WITH}}]
//+   es:
//+     tie: [papel, rol, roles, papeles, función en el grupo, chamba, calidad]
//+     actor: [
//+       {say: [empleado, agente, trabajador, empleados, trabajadores,
//+         agentes], with: {tie: EMPLOYED_BY}}]
//+     organization: [
//+       {say: [empleador, empleadora, centro de trabajo, qué agencia, agencia para la que trabajaba,
//+         para qué agencia, corporación, institución, instituto, centro de estudios,
//+         para qué corporación, para qué dependencia, para qué institución], with: {tie: EMPLOYED_BY}}]
//+     actor -> organization: [estar vinculado, estar ligado, estar relacionado, ligar, vincular,
//+       relacionar,
//+       {say: [trabajar, trabajar para, emplear, laborar, prestar servicios, chambear en, trabajar en,
//+         tener chamba en, servir en], with: {tie: EMPLOYED_BY}},
//+       {say: [estar afiliado, afiliar], with: {tie: AFFILIATED_WITH}}]
//+ says:
//+   en: "{actor} is tied to {organization}: {tie} ({status})"
//+   es: "{actor} está vinculado con {organization}: {tie} ({status})"
//+ questions:
//+   en: ["What is the role of Abigael González Valencia in the CJNG?", "Who did Enrique Camarena work for?", "Which organisations are linked to the CJNG?"]
//+   es: ["¿Qué vínculo tiene Rafael Caro Quintero con el Cártel de Guadalajara?", "¿Para quién trabajaba Enrique Camarena?"]
//+ examples:
//+   - {actor: person/rafael-caro-quintero, organization: organization/guadalajara-cartel}
//+   - {actor: person/abigael-gonzalez-valencia, organization: organization/cjng}
//+   - {actor: person/ricardo-gonzalez-sauceda}
//+   - {organization: organization/cjng}
//+   - {actor: organization/cjng}
//+   - {}
//? actor: MATCH (a:Entity {id: $actor})
//? organization: MATCH (b:Entity {id: $organization})
MATCH (a:Actor)-[r:MEMBER_OF|LEADS|FOUNDED|AFFILIATED_WITH|EMPLOYED_BY|ALLEGEDLY_TIED_TO|PART_OF|ALLIED_WITH|RIVAL_OF|SPLIT_FROM|SUCCESSOR_OF]->(b:Organization)
WHERE ($actor IS NULL OR a.id = $actor) AND ($organization IS NULL OR b.id = $organization)
RETURN a.id AS actor_id, a.name AS actor, b.id AS organization_id, b.name AS organization, type(r) AS tie,
       r.status AS status, r.inferred AS inferred, r.valid AS valid, r.claims AS claims
