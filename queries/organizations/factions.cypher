//+ title: {en: Factions of an organisation, es: Facciones de una organización}
//+ about:
//+   en: "Parts of an organisation, and parts of its parts (inferred)."
//+   es: "Partes de una organización, y partes de sus partes (inferidas)."
//+ answer: {en: "Parts of {organization}: {n}.", es: "Partes de {organization}: {n}."}
//+ ask:
//+   en:
//+     - "(which|what) (factions|parts|branches|cells|armed wings|subgroups|sub-groups) (does|did) {organization} have"
//+     - "(which|what) (factions|groups|organisations|organizations) (belong to|are part of|make up|form part of|operate within) {organization}"
//+     - "(which|what) (are|were) the (factions|parts|branches|subgroups) of {organization}"
//+     - "(what are|list|name|show me|give me) {organization}'s factions"
//+     - "(list|name|show me|give me) the (factions|parts) of {organization}"
//+     - "does {organization} have [any] (factions|parts|branches)"
//+     - "[the] (factions|parts) of {organization}"
//+     - "{organization}'s (factions|parts)"
//+   es:
//+     - "qué (facciones|partes|células|brazos armados|ramas|grupos) tiene {organization}"
//+     - "cuáles son (las facciones|las partes|las células|los brazos armados|los grupos) (de|del) {organization}"
//+     - "qué (facciones|grupos|organizaciones) (pertenecen a|pertenecen al|forman parte de|forman parte del|integran|componen) {organization}"
//+     - "(dime|enumera|muestra) las facciones (de|del) {organization}"
//+     - "tiene {organization} facciones"
//+     - "tiene facciones {organization}"
//+     - "[las] facciones (de|del) {organization}"
//+ examples: [{organization: organization/sinaloa-cartel}, {organization: organization/juarez-cartel}]
//+ parameters:
//+   organization: {type: Organization, required: true}
//+ columns: {faction: Organization, status: text, inferred: boolean, valid: interval}
//+ order: [inferred, faction, valid]
MATCH (o:Entity {id: $organization})<-[r:PART_OF]-(f:Entity)
RETURN f.id AS faction_id, f.name AS faction, r.status AS status, r.inferred AS inferred, r.valid AS valid, r.claims AS claims
