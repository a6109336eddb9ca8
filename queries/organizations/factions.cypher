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
//+       component group, subdivision, subsidiary, sub-faction, subfaction, internal group, constituent group,
//+       armed branch, enforcement arm, affiliate group]
//+     organization: [parent organisation, umbrella, mother cartel, larger organisation, parent cartel,
//+       parent group, umbrella organisation, umbrella organization, parent organization, overall cartel,
//+       larger cartel, main cartel, mother organisation, host cartel]
//+     faction -> organization: [be part of, make up, belong, form part, operate within, answer to,
//+       be an arm of, report to, fall under, constitute, form a part, work under, sit within, depend]
//+   es:
//+     faction: [brazo armado, rama, subgrupo, brazo, bloque, subdivisión, brazo operativo, subfacción,
//+       grupúsculo, ramificación, brazo ejecutor]
//+     organization: [organización mayor, cártel madre, matriz, cártel matriz, organización madre, grupo mayor,
//+       organización matriz, cártel principal]
//+     faction -> organization: [formar parte, pertenecer, integrar, componer, ser brazo, depender, adscribir,
//+       subordinar, conformar, constituir, rendir cuentas, al servicio, reportar, obedecer, adscrito]
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
