//+ title: {en: Sanctions, es: Sanciones}
//+ about:
//+   en: "Sanctions against people and organisations: who, when, by whom and on what legal basis. A sanction is no conviction."
//+   es: "Sanciones contra personas y organizaciones: a quién, cuándo, por quién y con qué base legal. Una sanción no es una condena."
//+ parameters:
//+   target: {type: Actor, default: null}
//+   event: {type: Sanction, default: null}
//+   by: {type: Actor, default: null}
//+   legal_basis: {type: LegalInstrument, default: null}
//+   period: {type: interval, default: null, about: "it happened, or may have happened, in it"}
//+ columns: {target: Actor, date: text, by: "Actor[]", legal_basis: "LegalInstrument[]", kind: "text[]", event: Sanction, status: text}
//+ order: [date, target]
//+ from: by
//+ to: target
//+ attributes: [date, by]
//+ words:
//+   en:
//+     target: [sanctioned person, blacklisted person, sanctioned people, sanctioned individual,
//+       sanctions target]
//+     event: [sanction, asset freeze, blacklisting, OFAC sanction, treasury sanction, economic sanction,
//+       financial sanction, sanction listing, blocked assets, penalties imposed, embargo, frozen assets,
//+       asset freezes, blocking of assets, asset blocking, treasury action]
//+     legal_basis: [legal basis, law, executive order, order, orders, under which order,
//+       under which executive order, under which orders, under which law]
//+     by -> target: [sanction, blacklist, penalize, penalise, impose sanctions, impose sanctions on,
//+       put sanctions on, slap sanctions on, place sanctions on, put on the sanctions list,
//+       freeze the assets, freeze assets, block assets, under sanctions, hit with sanctions,
//+       target with sanctions, freeze, freeze the property, freeze bank accounts, block property,
//+       block the assets of, penalize financially, bring sanctions, punish, target]
//+     by: [sanctioning agency, sanctioning authority, sanctioning body]
//+   es:
//+     target: [sancionado, sancionada, personas sancionadas, objetivo de sanciones]
//+     event: [sanción, sanción económica, sanción financiera, sanción del tesoro,
//+       congelamiento de activos, congelamiento de cuentas, congelación, lista de sancionados,
//+       castigo financiero, sanciones del tesoro, bloqueo de cuentas, bloqueo de bienes,
//+       congelamiento de bienes, activos congelados, bienes congelados, cuentas congeladas]
//+     legal_basis: [base legal, ley, orden ejecutiva, bajo qué orden, bajo qué orden ejecutiva,
//+       con qué orden, órdenes ejecutivas]
//+     by -> target: [sancionar, boletinar, imponer sanciones, poner sanciones, congelar cuentas,
//+       congelar activos, congelar bienes, meter en la lista ofac, bloquear cuentas,
//+       poner en la lista de sancionados, castigar financieramente, congelar, bloquear,
//+       bloquear activos, bloquear bienes, congelar los bienes, congelar las cuentas, aplicar sanciones,
//+       castigar, multar]
//+     by: [autoridad sancionadora, agencia sancionadora]
//+ says:
//+   en: "{target} was sanctioned on {date}[ by {by}]"
//+   es: "{target} fue sancionado el {date}[ por {by}]"
//+ questions:
//+   en: ["Who did OFAC sanction in May 2025?", "Was Ricardo González Sauceda sanctioned?"]
//+   es: ["¿A quién sancionó la OFAC?", "¿Cuándo sancionaron a Ricardo González Sauceda?"]
//+ examples:
//+   - {target: person/ricardo-gonzalez-sauceda}
//+   - {by: organization/ofac}
//+   - {period: "2024"}
//+   - {legal_basis: document/executive-order-14059}
//+   - {}
//? target: MATCH (x:Entity {id: $target})
//? event: MATCH (e:Entity {id: $event})
//? by: MATCH (:Entity {id: $by})<-[:CONDUCTED_BY]-(e:Entity) WITH DISTINCT e
//? legal_basis: MATCH (:Entity {id: $legal_basis})<-[:LEGAL_BASIS]-(e:Entity) WITH DISTINCT e
MATCH (e:Sanction)-[r:CONCERNS]->(x:Actor)
WHERE ($target IS NULL OR x.id = $target) AND ($event IS NULL OR e.id = $event)
WITH e, r, x
WHERE ($by IS NULL OR EXISTS { (e)-[:CONDUCTED_BY]->(:Entity {id: $by}) })
  AND ($legal_basis IS NULL OR EXISTS { (e)-[:LEGAL_BASIS]->(:Entity {id: $legal_basis}) })
  AND ($period_from IS NULL OR e.date_to >= $period_from)
  AND ($period_to IS NULL OR e.date_from <= $period_to)
MATCH (e)<-[:SUBJECT]-(c:Claim)
WITH e, r, x, c
WHERE c.id IN r.claims
   OR (c.predicate IN ['date_claimed', 'CONDUCTED_BY', 'LEGAL_BASIS', 'designated_as']
     AND c.drawn)
OPTIONAL MATCH (c)-[:OBJECT]->(o:Entity)
RETURN x.id AS target_id, x.name AS target, e.id AS event_id, e.name AS event, e.date AS date, r.status AS status,
       CASE WHEN c.predicate = 'CONDUCTED_BY' THEN [o.name] ELSE [] END AS by,
       CASE WHEN c.predicate = 'CONDUCTED_BY' THEN [o.id] ELSE [] END AS by_id,
       CASE WHEN c.predicate = 'LEGAL_BASIS' THEN [o.name] ELSE [] END AS legal_basis,
       CASE WHEN c.predicate = 'LEGAL_BASIS' THEN [o.id] ELSE [] END AS legal_basis_id,
       CASE WHEN c.predicate = 'designated_as' THEN [c.value] ELSE [] END AS kind,
       [c.id] AS claims
