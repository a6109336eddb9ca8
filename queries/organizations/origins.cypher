//+ title: {en: Origins of organisations, es: Orígenes de organizaciones}
//+ about:
//+   en: "Organisations that split from another or continue it. The status says how firmly: alleged is not proven."
//+   es: "Organizaciones que se escindieron de otra o la continúan. El estado dice con qué firmeza: alegado no es probado."
//+ parameters:
//+   organization: {type: Organization, default: null}
//+   origin: {type: Organization, default: null}
//+ columns: {organization: Organization, origin: Organization, tie: text, status: text, valid: interval}
//+ order: [organization, tie, origin, valid]
//+ from: organization
//+ to: origin
//+ attributes: [tie, status]
//+ words:
//+   en:
//+     origin: [origin, root, predecessor, parent, ancestor,
//+       {say: [forerunner], with: {tie: SUCCESSOR_OF}}]
//+     organization: [offshoot, splinter, splinter group, spin-off, breakaway,
//+       {say: [successor, heir], with: {tie: SUCCESSOR_OF}}]
//+     organization -> origin: [grow out, come from, emerge, stem, derive, originate, formerly, used to be,
//+       {say: [split, break away, splinter, separate, split off], with: {tie: SPLIT_FROM}},
//+       {say: [succeed, replace, continue, inherit], with: {tie: SUCCESSOR_OF}}]
//+   es:
//+     origin: [origen, raíz, antecesor, antecedente]
//+     organization: [escisión, desprendimiento, astilla, rama,
//+       {say: [sucesor, heredero], with: {tie: SUCCESSOR_OF}}]
//+     organization -> origin: [salir, surgir, venir, provenir, nacer, antes ser,
//+       {say: [escindirse, separarse, desprenderse, romper, dividirse], with: {tie: SPLIT_FROM}},
//+       {say: [continuar, heredar, reemplazar], with: {tie: SUCCESSOR_OF}}]
//+ says:
//+   en: "{organization} comes from {origin} ({tie}, {status})"
//+   es: "{organization} viene de {origin} ({tie}, {status})"
//+ questions:
//+   en: ["What group split off from the Gulf Cartel?", "Which cartel did the Cártel del Noreste grow out of?"]
//+   es: ["¿De qué cártel surgió el Cártel del Noreste?", "¿Qué grupo se escindió del Cártel del Golfo?"]
//+ examples:
//+   - {organization: organization/cartel-del-noreste}
//+   - {organization: organization/los-ciclones}
//+   - {origin: organization/gulf-cartel}
//+   - {origin: organization/los-zetas}
//+   - {}
//? organization: MATCH (a:Entity {id: $organization})
//? origin: MATCH (b:Entity {id: $origin})
MATCH (a:Organization)-[r:SPLIT_FROM|SUCCESSOR_OF]->(b:Organization)
WHERE ($organization IS NULL OR a.id = $organization) AND ($origin IS NULL OR b.id = $origin)
RETURN a.id AS organization_id, a.name AS organization, b.id AS origin_id, b.name AS origin, type(r) AS tie,
       r.status AS status, r.valid AS valid, r.claims AS claims
