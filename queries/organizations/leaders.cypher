//+ title: {en: Leaders of criminal organisations, es: Líderes de organizaciones criminales}
//+ about:
//+   en: "Who is said to lead, or to have led, a criminal organisation; its factions apart. The status says how firmly: alleged is not proven."
//+   es: "Quién se dice que dirige, o dirigió, una organización criminal; sin contar sus facciones. El estado dice con qué firmeza: alegado no es probado."
//+ parameters:
//+   organization: {type: CriminalOrganization, default: null}
//+   leader: {type: Person, default: null}
//+ columns: {leader: Person, organization: CriminalOrganization, status: text, valid: interval}
//+ order: [organization, leader, valid]
//+ from: organization
//+ to: leader
//+ attributes: [status, valid]
//+ words:
//+   en:
//+     leader: [leader, drug lord, top dog, big boss, ringleader, head honcho, number one, commander,
//+       cartel boss, cartel leader, jefe, jefes, capo, kingpin, kingpins, drug boss, crime boss, head,
//+       chief, chieftain, boss, big cheese, top man, top guy, main man, top leader, strongman, bosses,
//+       head of the cartel, head of the group, plaza boss, leadership, leaders, top leaders, heads,
//+       chiefs, commanders, jefe de jefes, boss of bosses, head man, supremo, overlord, cartel chief,
//+       cartel head, cartel leaders, cartel bosses, top boss, top bosses, big bosses, ringleaders,
//+       cartel kingpin, crime lord]
//+     leader -> organization: [lead, run, command, be in charge, be at the top, rule, in charge,
//+       in charge of, at the helm, run the show, call the shots, head, head up, spearhead, boss,
//+       at the head, preside over, call the shots in, helm, control, hold the reins of, steer]
//+   es:
//+     leader: [líder, jefa, cabecilla, dirigente, mero mero, mandamás, cabeza, comandante, número uno,
//+       narco mayor, jefe de plaza, jefe, jefazo, jefes, capo, jefe máximo, máximo líder, líder máximo,
//+       cabeza visible, capo de capos, mero jefe, mero bueno, mandón, el meromero, meromero,
//+       líder supremo, cabecillas, dirigencia, liderazgo, cúpula, el patrón, el mandamás, líderes,
//+       jefes máximos, capos máximos, cabezas, comandantes, mandones, jefe de jefes, jefe supremo,
//+       dirigentes, mandos, mando, gran capo, número uno del cártel]
//+     leader -> organization: [liderar, dirigir, encabezar, comandar, estar al frente, estar al mando,
//+       ser el mero mero, llevar la batuta, al frente, al mando, quién mandaba en, jefear,
//+       llevar las riendas, capitanear, acaudillar, mangonear, tener el mando, el que manda en,
//+       los que mandan en, el que manda, tener el control de, regentear, guiar, controlar]
//+ says:
//+   en: "{leader} is said to lead {organization} ({status})[, {valid}]"
//+   es: "Se dice que {leader} dirige {organization} ({status})[, {valid}]"
//+ questions:
//+   en: ["Who led the CJNG?", "Which cartel does El Mencho lead?", "Who are the leaders of the cartels?"]
//+   es: ["¿Quién encabezaba el Cártel de Sinaloa?", "¿Quién era el mero mero del CJNG?", "¿Qué cártel dirigía La Tuta?"]
//+ examples:
//+   - {organization: organization/cjng}
//+   - {organization: organization/knights-templar-cartel}
//+   - {leader: person/nemesio-oseguera-cervantes}
//+   - {leader: person/rafael-caro-quintero}
//+   - {}
//? leader: MATCH (a:Entity {id: $leader})
//? organization: MATCH (b:Entity {id: $organization})
MATCH (a:Person)-[r:LEADS]->(b:CriminalOrganization)
WHERE ($leader IS NULL OR a.id = $leader) AND ($organization IS NULL OR b.id = $organization)
RETURN a.id AS leader_id, a.name AS leader, b.id AS organization_id, b.name AS organization,
       r.status AS status, r.valid AS valid, r.claims AS claims
