//+ title: {en: Parts of organisations, es: Partes de organizaciones}
//+ about:
//+   en: "Parts of an organisation, and parts of its parts (inferred)."
//+   es: "Partes de una organización, y partes de sus partes (inferidas)."
//+ parameters:
//+   organization: {type: Organization, default: null}
//+   faction: {type: Organization, default: null}
//+ columns: {faction: Organization, organization: Organization, status: text, inferred: boolean, valid: interval}
//+ order: [organization, inferred, faction, valid]
//+ from: organization
//+ to: faction
//+ attributes: [status]
//+ words:
//+   en:
//+     faction: [branch, armed wing, arm, subgroup, sub-group, unit, component, offspring, subunit,
//+       component group, subdivision, subsidiary, sub-faction, subfaction, internal group,
//+       constituent group, armed branch, enforcement arm, affiliate group, internal cell,
//+       internal faction, cells, wings, arms, subgroups, constituent parts, component parts,
//+       inner group]
//+     organization: [parent organisation, umbrella, mother cartel, larger organisation, parent cartel,
//+       parent group, umbrella organisation, umbrella organization, parent organization, overall cartel,
//+       larger cartel, main cartel, mother organisation, host cartel, bigger outfit, bigger group,
//+       bigger organisation, bigger organization, bigger cartel, bigger gang, larger group,
//+       larger outfit, larger gang, wider group, wider organisation, wider organization,
//+       broader organisation, broader organization, broader group, parent outfit,
//+       parent cartel or group]
//+     faction -> organization: [be part of, part of, parts, make up, belong, form part, operate within, answer to,
//+       be an arm of, report to, fall under, constitute, form a part, work under, sit within, depend,
//+       come under, work within, serve under, operate as an arm of]
//+   es:
//+     faction: [brazo armado, rama, subgrupo, brazo, bloque, subdivisión, brazo operativo, subfacción,
//+       grupúsculo, ramificación, brazo ejecutor, células, brazos, brazos armados, subgrupos, ramas,
//+       facciones internas, grupo interno, bloques]
//+     organization: [organización mayor, cártel madre, matriz, cártel matriz, organización madre,
//+       grupo mayor, organización matriz, cártel principal, grupo más amplio, organización más amplia,
//+       cártel mayor, grupo superior, organización superior, cártel al que pertenece, grupo matriz]
//+     faction -> organization: [formar parte, es parte, son parte, era parte, eran parte,
//+       pertenecer, integrar, componer, ser brazo, depender, adscribir, subordinar, conformar, constituir, rendir cuentas, al servicio, reportar, obedecer,
//+       adscrito, responder, responder a, responder ante, servir a, reportar a, colgar de,
//+       trabajar bajo]
//+ says:
//+   en: "{faction} is a part of {organization} ({status})"
//+   es: "{faction} es parte de {organization} ({status})"
//+ questions:
//+   en: ["What factions make up the Sinaloa Cartel?", "Which organisation is Los Chapitos part of?"]
//+   es: ["¿Qué grupos forman parte del Cártel de Juárez?", "¿Los Deltas son brazo de qué cártel?"]
//+ examples:
//+   - {organization: organization/sinaloa-cartel}
//+   - {organization: organization/juarez-cartel}
//+   - {faction: organization/los-malas-manas}
//+   - {faction: organization/los-chapitos}
//+   - {}
//? faction: MATCH (a:Entity {id: $faction})
//? organization: MATCH (b:Entity {id: $organization})
MATCH (a:Organization)-[r:PART_OF]->(b:Organization)
WHERE ($faction IS NULL OR a.id = $faction) AND ($organization IS NULL OR b.id = $organization)
RETURN a.id AS faction_id, a.name AS faction, b.id AS organization_id, b.name AS organization,
       r.status AS status, r.inferred AS inferred, r.valid AS valid, r.claims AS claims
