//+ title: {en: Designations of organisations, es: Designaciones de organizaciones}
//+ about:
//+   en: "Organisations that were put on a list of terrorist or otherwise sanctioned organisations, with the lists, the day it took effect, the day of the decision, who designated and the legal basis."
//+   es: "Organizaciones puestas en una lista de organizaciones terroristas o sancionadas, con las listas, el día en que surtió efecto, el de la decisión, quién designó y la base legal."
//+ parameters:
//+   organization: {type: Organization, default: null}
//+   event: {type: Designation, default: null}
//+   by: {type: Actor, default: null}
//+   legal_basis: {type: LegalInstrument, default: null}
//+   period: {type: interval, default: null, about: "it happened, or may have happened, in it"}
//+   kind: {type: text, default: null, about: "the list, such as FTO or SDGT"}
//+ columns: {organization: Organization, date: text, kind: "text[]", by: "Actor[]", legal_basis: "LegalInstrument[]", decided: "text[]", event: Designation, status: text}
//+ order: [date, organization]
//+ from: organization
//+ to: event
//+ attributes: [date, kind, by]
//+ words:
//+   en:
//+     organization: [designated organisation, designated organization, designated group,
//+       terrorist group, listed organisation, listed organization, listed group,
//+       proscribed organization, proscribed organisation, proscribed group,
//+       {say: [foreign terrorist organization, foreign terrorist organisation, FTO,
//+         terrorist organization, terrorist organisation, terrorist, terrorist organisations list,
//+         terror group, FTOs, designated terrorist organization, designated terrorist organisation,
//+         designated terrorist, terrorist cartel, designated cartel, cartel designated as terrorist,
//+         terror organization, terror organisation, designated as terrorist, designated terrorist group,
//+         terrorists, terrorist entity, terrorist outfit, terrorist organizations, listed as terrorist,
//+         listed as a terrorist, listed as terrorists, listed as an FTO, listed as FTO,
//+         listed as a foreign terrorist organization, named as terrorists, considered terrorist,
//+         considered terrorists, considered a terrorist organization, labeled terrorist,
//+         labelled terrorist, deemed terrorist, classed as terrorist, terrorist according to the US,
//+         terrorists according to the US], with: {kind: FTO}},
//+       {say: [specially designated global terrorist, SDGT, global terrorist,
//+         SDGTs], with: {kind: SDGT}}]
//+     event: [designation, terror label, terrorist label, terror list, terrorist list, terrorist status,
//+       terror designation, terror listing, designated status, terrorist tag, terror tag,
//+       terrorist listing, terrorism list, list of terrorists, list of terrorist organizations,
//+       list of terrorist organisations, list of foreign terrorist organizations, inclusion on the list,
//+       inclusion, proscription, terrorism designation, terrorism label, watchlist,
//+       terrorist designation, US terrorist list, US terror list, US list of terrorists,
//+       American terrorist list, US terrorism list, Washington's terrorist list]
//+     legal_basis: [legal basis, law, executive order, order, orders, under which order,
//+       under which executive order, under which orders, under which law]
//+     decided: [decision, decided, determined, decision date, date of the decision, determination,
//+       determine, decide]
//+     by -> organization: [designate, brand, blacklist, declare, classify, put on the list, label,
//+       us designate, us label, united states designate, washington designate, add to the list,
//+       add to the terror list, put on a list, put on the terror list, on the terror list, tag, deem,
//+       tar, proscribe, outlaw, ban, list as, put on the terrorist list, place on the list,
//+       include on the list, add to the FTO list, name as terrorist, class as]
//+     date: [effective date, in force, enter into force, come into force, come into effect, take effect,
//+       took effect, taking effect, go into effect, in effect, become effective, effect date,
//+       effectiveness, became effective]
//+     by: [designating agency, designating department, designating authority, department, us department,
//+       designator, issuing authority]
//+   es:
//+     organization: [organización designada, grupo designado, grupo terrorista, organización proscrita,
//+       grupo proscrito, organización enlistada,
//+       {say: [organización terrorista extranjera, FTO, organización terrorista, terrorista,
//+         terroristas, grupos terroristas, cártel terrorista, organizaciones terroristas,
//+         narcoterrorista, cártel designado terrorista, designado como terrorista, narcoterroristas,
//+         entidad terrorista, organización del terror, considerado terrorista, consideradas terroristas,
//+         declarado terrorista, catalogado como terrorista, clasificado como terrorista,
//+         etiquetado como terrorista, enlistado como terrorista, tachado de terrorista,
//+         terrorista según eu, terroristas según eu, terrorista según Estados Unidos,
//+         terroristas según Estados Unidos, terrorista según los gringos, designado como FTO, designado FTO,
//+         designado organización terrorista, designado como organización terrorista,
//+         declarado organización terrorista, catalogado como organización terrorista,
//+         considerado organización terrorista, clasificado como organización terrorista,
//+         catalogado como FTO, clasificado como FTO], with: {kind: FTO}},
//+       {say: [terrorista global, terrorista global especialmente designado, SDGT], with: {kind: SDGT}}]
//+     event: [designación, lista de terroristas, lista negra, etiqueta de terrorista,
//+       etiqueta terrorista, listado de terroristas, catálogo de terroristas,
//+       calificación de terrorista, nombramiento como terrorista, estatus de terrorista,
//+       categoría de terrorista, designaciones, lista FTO, inclusión en la lista, inclusión,
//+       proscripción, calidad de terrorista, mote de terrorista, denominación de terrorista,
//+       declaratoria de terrorista, lista de terroristas de Estados Unidos, lista de terroristas de EU,
//+       lista terrorista, lista terrorista de Estados Unidos, lista gringa de terroristas,
//+       lista de terroristas estadounidense, lista de organizaciones terroristas de EU,
//+       lista terrorista de EU, lista de organizaciones terroristas]
//+     legal_basis: [base legal, ley, fundamento, orden ejecutiva, bajo qué orden,
//+       bajo qué orden ejecutiva, con qué orden]
//+     decided: [decisión, decidido, determinado, fecha de la decisión, fecha de decisión, determinación,
//+       decidir, decidió, determinó]
//+     by -> organization: [designar, declarar, etiquetar, poner en la lista, catalogar, clasificar,
//+       nombrar, enlistar, designar eu, eu designar, designar estados unidos, estados unidos designar,
//+       designar washington, meter en la lista, meter a la lista, agregar a la lista, sumar a la lista,
//+       añadir a la lista, poner la etiqueta, incluir en la lista, tildar, tachar, proscribir,
//+       incluir en la lista de terroristas, poner en la lista de terroristas,
//+       meter a la lista de terroristas, aparecer en la lista de terroristas,
//+       agregar a la lista de terroristas, considerar terrorista]
//+     date: [entrar en vigor, entró en vigor, entraron en vigor, entrada en vigor, en vigor,
//+       surtir efecto, surtió efecto, surtió efectos, surtir efectos, fecha efectiva, efectivo a partir,
//+       fecha de vigencia, entrar en vigencia, cobrar vigencia, vigente desde, hacerse efectivo,
//+       hacerse efectiva]
//+     by: [dependencia, autoridad que designó, departamento, dependencia de gobierno]
//+ says:
//+   en: "{organization} was designated on {date}[ as {kind}][ by {by}]"
//+   es: "{organization} fue designada el {date}[ como {kind}][ por {by}]"
//+ questions:
//+   en: ["Which organisations were designated Foreign Terrorist Organizations?", "When was the Cártel del Noreste designated as an FTO?"]
//+   es: ["¿Cuántas organizaciones fueron designadas terroristas el 20 de febrero de 2025?", "¿Desde cuándo está el CJNG en la lista de organizaciones terroristas?"]
//+ examples:
//+   - {kind: SDGT}
//+   - {kind: FTO}
//+   - {period: "2025-02-20"}
//+   - {period: "2024"}
//+   - {organization: organization/cartel-del-noreste}
//+   - {organization: organization/los-zetas}
//+   - {}
//? organization: MATCH (g:Entity {id: $organization})
//? event: MATCH (e:Entity {id: $event})
//? by: MATCH (:Entity {id: $by})<-[:CONDUCTED_BY]-(e:Entity) WITH DISTINCT e
//? legal_basis: MATCH (:Entity {id: $legal_basis})<-[:LEGAL_BASIS]-(e:Entity) WITH DISTINCT e
MATCH (e:Designation)-[r:CONCERNS]->(g:Organization)
WHERE ($organization IS NULL OR g.id = $organization) AND ($event IS NULL OR e.id = $event)
WITH e, r, g
WHERE ($by IS NULL OR EXISTS { (e)-[:CONDUCTED_BY]->(:Entity {id: $by}) })
  AND ($legal_basis IS NULL OR EXISTS { (e)-[:LEGAL_BASIS]->(:Entity {id: $legal_basis}) })
  AND ($period_from IS NULL OR e.date_to >= $period_from)
  AND ($period_to IS NULL OR e.date_from <= $period_to)
  AND ($kind IS NULL OR EXISTS { MATCH (e)<-[:SUBJECT]-(k:Claim)
    WHERE k.predicate = 'designated_as' AND toLower(k.value) = toLower($kind)
      AND k.drawn })
MATCH (e)<-[:SUBJECT]-(c:Claim)
WITH e, r, g, c
WHERE c.id IN r.claims
   OR (c.predicate IN ['date_claimed', 'designated_as', 'CONDUCTED_BY', 'LEGAL_BASIS', 'determined_on']
     AND c.drawn)
OPTIONAL MATCH (c)-[:OBJECT]->(o:Entity)
RETURN g.id AS organization_id, g.name AS organization, e.id AS event_id, e.name AS event, e.date AS date, r.status AS status,
       CASE WHEN c.predicate = 'designated_as' THEN [c.value] ELSE [] END AS kind,
       CASE WHEN c.predicate = 'CONDUCTED_BY' THEN [o.name] ELSE [] END AS by,
       CASE WHEN c.predicate = 'CONDUCTED_BY' THEN [o.id] ELSE [] END AS by_id,
       CASE WHEN c.predicate = 'LEGAL_BASIS' THEN [o.name] ELSE [] END AS legal_basis,
       CASE WHEN c.predicate = 'LEGAL_BASIS' THEN [o.id] ELSE [] END AS legal_basis_id,
       CASE WHEN c.predicate = 'determined_on' THEN [c.value] ELSE [] END AS decided,
       [c.id] AS claims
