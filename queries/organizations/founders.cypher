//+ title: {en: Founders of organisations, es: Fundadores de organizaciones}
//+ about:
//+   en: "Who is said to have founded an organisation, alone or with others. The status says how firmly: alleged is not proven."
//+   es: "Quién se dice que fundó una organización, solo o con otros. El estado dice con qué firmeza: alegado no es probado."
//+ parameters:
//+   organization: {type: Organization, default: null}
//+   founder: {type: Person, default: null}
//+ columns: {founder: Person, organization: Organization, status: text, valid: interval}
//+ order: [organization, founder, valid]
//+ from: organization
//+ to: founder
//+ attributes: [status, valid]
//+ words:
//+   en:
//+     founder: [founder, co-founder, cofounder, creator, founding father, founding member, cofounders,
//+       originator, founders, co-founders, founding fathers, founding members, creators,
//+       brains behind the founding]
//+     founder -> organization: [found, founded, co-found, cofound, create, establish, set up, build,
//+       co founded, start, start up, form, give birth to, co-create, behind the creation, launch,
//+       originate, put together, get going]
//+   es:
//+     founder: [fundador, fundadora, cofundador, creador, iniciador, fundadores, cofundadora, creadora,
//+       fundadores y líderes, creadores, iniciadores, padre fundador, padres fundadores, artífice]
//+     founder -> organization: [fundar, cofundar, crear, establecer, iniciar, formar, armar, dar origen,
//+       dar vida, instaurar, echar a andar, dar forma, echar las bases, levantar, poner en pie,
//+       originar]
//+ says:
//+   en: "{founder} is said to have founded {organization} ({status})"
//+   es: "Se dice que {founder} fundó {organization} ({status})"
//+ questions:
//+   en: ["Who founded the Guadalajara Cartel?", "Who co-founded the CJNG?", "Which organisation did Armando Valencia Cornelio found?"]
//+   es: ["¿Quién fundó el Cártel de Guadalajara?", "¿Qué organización fundó Rafael Caro Quintero?"]
//+ examples:
//+   - {organization: organization/guadalajara-cartel}
//+   - {organization: organization/cjng}
//+   - {founder: person/rafael-caro-quintero}
//+   - {}
//? founder: MATCH (a:Entity {id: $founder})
//? organization: MATCH (b:Entity {id: $organization})
MATCH (a:Person)-[r:FOUNDED]->(b:Organization)
WHERE ($founder IS NULL OR a.id = $founder) AND ($organization IS NULL OR b.id = $organization)
RETURN a.id AS founder_id, a.name AS founder, b.id AS organization_id, b.name AS organization,
       r.status AS status, r.valid AS valid, r.claims AS claims
