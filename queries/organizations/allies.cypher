//+ title: {en: Allies of organisations, es: Aliados de organizaciones}
//+ about:
//+   en: "Organisations that are said to be allied; each alliance is there in both directions. The status says how firmly: alleged is not proven."
//+   es: "Organizaciones que se dice que son aliadas; cada alianza figura en ambas direcciones. El estado dice con qué firmeza: alegado no es probado."
//+ parameters:
//+   organization: {type: Organization, default: null}
//+   ally: {type: Organization, default: null}
//+ columns: {ally: Organization, organization: Organization, status: text, valid: interval}
//+ order: [organization, ally, valid]
//+ from: organization
//+ to: ally
//+ attributes: [status, valid]
//+ words:
//+   en:
//+     ally: [ally, partner, friend, alliance, confederate, allied organization, allied organisation,
//+       allied group, allied gang, allied cartel, partner in crime, alliance partner, friendly group,
//+       coalition, allies, partners, allied organizations, allied organisations, allied groups,
//+       allied cartels, friends, confederates, bedfellows, friendly cartel, friendly gang,
//+       collaborators]
//+     ally -> organization: [ally, be allied, team up, partner, side with, work together, be in league,
//+       collaborate, cooperate, form an alliance, join forces, on the side, align, band together,
//+       work hand in hand, stand with, have a pact with, have an alliance with, do business with]
//+   es:
//+     ally: [aliado, aliada, alianza, banda aliada, grupo aliado, cártel aliado, organización aliada,
//+       pandilla aliada, alianzas, coalición, socios, socio, aliados, amigos, cárteles aliados,
//+       grupos aliados, organizaciones aliadas, compinches, cárteles amigos, grupos amigos]
//+     ally -> organization: [aliarse, estar aliado, asociarse, tener alianza, estar del lado,
//+       unir fuerzas, colaborar, hacer alianza, trabajar juntos, jalar parejo, en alianza, hacer equipo,
//+       cooperar, alinearse, hacer mancuerna, tener pacto, tener un pacto, andar con de aliado,
//+       tener tratos, ir de la mano]
//+ says:
//+   en: "{ally} is said to be allied with {organization} ({status})"
//+   es: "Se dice que {ally} es aliada de {organization} ({status})"
//+ questions:
//+   en: ["Which organisation is Los Cuinis allied with?", "Who are the allies of the CJNG?"]
//+   es: ["¿Con qué grupo está aliado el CJNG?", "¿Quiénes son los aliados de Los Cuinis?"]
//+ examples:
//+   - {organization: organization/los-cuinis}
//+   - {organization: organization/cjng}
//+   - {ally: organization/cjng, organization: organization/los-cuinis}
//+   - {}
//? ally: MATCH (a:Entity {id: $ally})
//? organization: MATCH (b:Entity {id: $organization})
MATCH (a:Organization)-[r:ALLIED_WITH]-(b:Organization)
WHERE ($ally IS NULL OR a.id = $ally) AND ($organization IS NULL OR b.id = $organization) AND a.id <> b.id
RETURN a.id AS ally_id, a.name AS ally, b.id AS organization_id, b.name AS organization,
       r.status AS status, r.valid AS valid, r.claims AS claims
