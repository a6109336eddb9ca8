//+ title: {en: Rivals of organisations, es: Rivales de organizaciones}
//+ about:
//+   en: "Organisations that are said to be rivals; each rivalry is there in both directions. The status says how firmly: alleged is not proven."
//+   es: "Organizaciones que se dice que son rivales; cada rivalidad figura en ambas direcciones. El estado dice con qué firmeza: alegado no es probado."
//+ parameters:
//+   organization: {type: Organization, default: null}
//+   rival: {type: Organization, default: null}
//+ columns: {rival: Organization, organization: Organization, status: text, valid: interval}
//+ order: [organization, rival, valid]
//+ from: organization
//+ to: rival
//+ attributes: [status, valid]
//+ words:
//+   en:
//+     rival: [rival, enemy, foe, opponent, adversary, competitor, enemies, arch-enemy, archenemy,
//+       arch-rival, nemesis, rival group, rival gang, rival cartel, opposing cartel, hostile group,
//+       feud, beef, war, turf war, competition, rivals, foes, adversaries, competitors, opponents,
//+       rival cartels, rival gangs, rival groups, hostile gang, hostile cartel, sworn enemy,
//+       sworn enemies, bad blood, antagonist, rivalry, hostility]
//+     rival -> organization: [fight, be at war, feud, clash, compete, battle, rival, have beef,
//+       beef with, war with, go to war, oppose, wage war, battle for turf, duke it out, battle with,
//+       contend with, square off against, lock horns]
//+   es:
//+     rival: [rival, enemigo, enemiga, adversario, contra, contrario, enemigos, archienemigo,
//+       archirrival, grupo rival, cártel rival, competidor, oponente, contrincante, enemistad,
//+       rivalidad, bando contrario, pleito, guerra, rivales, adversarios, contras, contrarios,
//+       competidores, oponentes, cárteles rivales, grupos rivales, enemigo jurado, enemigos jurados,
//+       bronca, disputa, conflicto, rivalidades]
//+     rival -> organization: [pelear, estar en guerra, enfrentarse, rivalizar, competir, disputar,
//+       traer pleito, en conflicto, traer bronca, traer guerra, tener guerra, tener bronca,
//+       andar en guerra, combatir, confrontar, oponerse, enemistar, tener pleito, pugnar,
//+       disputar la plaza, tener conflicto, traer pique, agarrarse con]
//+ says:
//+   en: "{rival} is said to be a rival of {organization} ({status})"
//+   es: "Se dice que {rival} es rival de {organization} ({status})"
//+ questions:
//+   en: ["Who are the rivals of the CJNG?", "Who is the Sinaloa Cartel at war with?"]
//+   es: ["¿Quiénes son los enemigos del CJNG?", "¿Con quién está en guerra el Cártel de Sinaloa?"]
//+ examples:
//+   - {organization: organization/cjng}
//+   - {}
//? rival: MATCH (a:Entity {id: $rival})
//? organization: MATCH (b:Entity {id: $organization})
MATCH (a:Organization)-[r:RIVAL_OF]-(b:Organization)
WHERE ($rival IS NULL OR a.id = $rival) AND ($organization IS NULL OR b.id = $organization) AND a.id <> b.id
RETURN a.id AS rival_id, a.name AS rival, b.id AS organization_id, b.name AS organization,
       r.status AS status, r.valid AS valid, r.claims AS claims
