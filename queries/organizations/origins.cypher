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
//+     origin: [origin, root, predecessor, ancestor, predecessor organisation, predecessor organization,
//+       precursor, predecessor group, forebear, parent body, origins, roots,
//+       parent organization it came from, forerunner group, progenitor group,
//+       {say: [forerunner, former name], with: {tie: SUCCESSOR_OF}}]
//+     organization: [offshoot, splinter, splinter group, spin-off, breakaway, descendant, spinoff,
//+       breakaway group, splinter faction, breakaway faction, off-shoot, offshoots, splinters,
//+       splinter groups, breakaways, breakaway groups, spinoffs, spin-offs, derivative group,
//+       {say: [successor, heir, successor organisation, successor organization, successor group,
//+         successor cartel], with: {tie: SUCCESSOR_OF}}]
//+     organization -> origin: [grow out, come from, emerge, stem, derive, originate, formerly,
//+       used to be, arise, spring, spin off, come out, come out of, branch off, descend, evolve,
//+       have its origin, have roots, originate in, trace back, come out from, start out as, begin as,
//+       grow from, form from, emanate,
//+       {say: [split, break away, splinter, separate, split off, break off, break up with, break with,
//+         break away from, cut ties, secede, peel off, part ways, fracture, splinter off,
//+         leave the fold, detach, detach from, disengage from, split away,
//+         defect from], with: {tie: SPLIT_FROM}},
//+       {say: [succeed, replace, continue, inherit, take the place, step into the shoes,
//+         take over from], with: {tie: SUCCESSOR_OF}}]
//+   es:
//+     origin: [origen, raíz, antecesor, antecedente, predecesora, precursor, organización antecesora,
//+       organización predecesora, origenes, raíces, cuna, semilla, grupo de origen, cártel de origen]
//+     organization: [escisión, desprendimiento, organización sucesora, grupo disidente, disidencia,
//+       desprendida, escisiones, desprendimientos, grupos escindidos, grupo escindido,
//+       facción escindida, derivación,
//+       {say: [sucesor, heredero, sucesora, heredera, grupo sucesor,
//+         organización heredera], with: {tie: SUCCESSOR_OF}}]
//+     organization -> origin: [surgir, venir, provenir, nacer, antes ser, originar, derivar, proceder,
//+       emanar, brotar, formarse a partir, nacer como, tener origen, descender, evolucionar, desgajarse,
//+       salir de, nacer de, surgir de, formarse de, provenir de, empezar como, comenzar como,
//+       arrancar como, tener raíces,
//+       {say: [escindirse, separarse, desprenderse, romper, dividirse, independizarse, tronar con,
//+         salirse, cortar con, desmarcarse, abrirse de, romper con, fragmentarse, separarse de,
//+         desprenderse de, dividirse de, apartarse, alejarse, deslindarse,
//+         partirse], with: {tie: SPLIT_FROM}},
//+       {say: [continuar, heredar, reemplazar, suceder, dar continuidad], with: {tie: SUCCESSOR_OF}}]
//+     origin -> organization: [
//+       {say: [anteceder, preceder], with: {tie: SUCCESSOR_OF}}]
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
