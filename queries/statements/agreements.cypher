//+ title: {en: "Agreements", es: "Acuerdos"}
//+ about:
//+   en: "Agreements with their parties, what they lay down and are about. A country also stands for its government, the head of a body for the body."
//+   es: "Acuerdos con sus partes, lo que disponen y sobre qué son. Un país vale también por su gobierno, quien encabeza un órgano por el órgano."
//+ parameters:
//+   agreement: {type: Agreement, default: null}
//+   party: {type: Entity, default: null}
//+ columns: {agreement: Agreement, party: "Entity[]", text: "text[]", about: "Entity[]", date: text, statuses: "text[]"}
//+ order: [date, agreement]
//+ from: party
//+ to: agreement
//+ attributes: [text, date]
//+ words:
//+   en:
//+     agreement: [agreement, deal, accord, pact, treaty, arrangement, agreements, trade agreement,
//+       trade deal, trade pact, treaties, understanding, settlement, compact, convention, trade treaty,
//+       free trade agreement, bargain, commitment, commitments, pledge made, pacts, accords, covenant,
//+       commercial treaty, commercial agreement, trade accord, USMCA deal, joint agreement,
//+       bilateral agreement]
//+     party: [signatory, signatories, contracting party, member country, party, parties,
//+       party to the agreement, contracting parties, participants in the agreement, member countries,
//+       signatory countries, countries in the agreement, sides of the agreement]
//+     party -> agreement: [sign, negotiate, agree on, agree to, enter into, make a deal, cut a deal,
//+       seal, ink, ratify, subscribe, shake hands on, work out, make an agreement, reach an agreement,
//+       reach a deal, belong to the agreement, commit to, commit, renegotiate, review, strike a deal,
//+       conclude]
//+     text: [terms, provision, content of the agreement, clauses, what was agreed, what it says,
//+       commitments made]
//+   es:
//+     agreement: [acuerdo, pacto, convenio, tratado, arreglo, acuerdos, convenios, tratados,
//+       acuerdo comercial, tratado comercial, entendimiento, arreglos, tratado de libre comercio,
//+       pactos, compromiso, compromisos, trato, tratos, acuerdo bilateral, acuerdo de comercio,
//+       tratado de comercio, acuerdo conjunto, convenio bilateral, alianza comercial]
//+     party: [firmante, signatario, país firmante, país miembro, parte firmante, países firmantes,
//+       partes, parte del acuerdo, partes del acuerdo, partes del tratado, países del tratado,
//+       países parte, países miembros, países que forman parte, quiénes lo firmaron,
//+       integrantes del tratado]
//+     party -> agreement: [acordar, pactar, firmar, suscribir, convenir, negociar, cerrar un trato,
//+       llegar a un acuerdo, ponerse de acuerdo en, hacer un trato, formar parte, es parte, son parte,
//+       ratificar, concretar, comprometerse a, renegociar, revisar, cerrar un acuerdo,
//+       alcanzar un acuerdo, hacer un acuerdo, amarrar]
//+     text: [términos, contenido del acuerdo, cláusulas, qué se acordó, lo acordado]
//+ says:
//+   en: "{agreement}[, between {party}][: {text}]"
//+   es: "{agreement}[, entre {party}][: {text}]"
//+ questions:
//+   en: ["Which agreements are there between Mexico and the United States?", "Which agreement on the death penalty accompanied the transfers?"]
//+   es: ["¿Qué acuerdos hay entre México y Estados Unidos?", "¿Qué acuerdos firmó México?"]
//+ examples:
//+   - {party: place/mexico}
//+   - {agreement: event/agreement-no-death-penalty}
//+   - {}
//? agreement: MATCH (e:Entity {id: $agreement})
//? party: MATCH (meant:Entity {id: $party}) OPTIONAL MATCH (state:Government) WHERE meant:Country AND state.name ENDS WITH meant.name
//? party: WITH meant, collect(state.id) AS states OPTIONAL MATCH (meant)-[:HEADED_BY|JURISDICTION]-(near:Entity)
//? party: WITH meant.id AS own, states, collect(near.id) AS others UNWIND [own] + states + others AS one
//? party: MATCH (:Entity {id: one})<-[:HAS_PARTY|MADE_BY]-(e:Entity) WITH DISTINCT e
MATCH (e:Agreement)
WHERE $agreement IS NULL OR e.id = $agreement
CALL (e) {
  MATCH (e)-[:HAS_PARTY|MADE_BY]->(g:Government)
  MATCH (k:Country)
  WHERE g.name ENDS WITH k.name
  RETURN collect(DISTINCT k) AS party_countries
}
WITH e, [(e)-[:HAS_PARTY|MADE_BY]->(x:Entity) | x] + [(e)-[:HAS_PARTY|MADE_BY]->(:Entity)-[:HEADED_BY|JURISDICTION]->(x:Entity) | x]
     + party_countries AS party
WITH e, party
WHERE $party IS NULL OR any(x IN party WHERE x.id = $party)
MATCH (e)<-[:SUBJECT]-(c:Claim)
WITH e, party, c
WHERE c.predicate IN ['date_claimed', 'text', 'MADE_BY', 'HAS_PARTY', 'ABOUT'] AND c.drawn
OPTIONAL MATCH (c)-[:OBJECT]->(o:Entity)
RETURN e.id AS agreement_id, e.name AS agreement, [x IN party | x.name] AS party, [x IN party | x.id] AS party_id,
       CASE WHEN c.predicate = 'text' THEN [c.value] ELSE [] END AS text,
       CASE WHEN c.predicate = 'ABOUT' THEN [o.name] ELSE [] END AS about,
       CASE WHEN c.predicate = 'ABOUT' THEN [o.id] ELSE [] END AS about_id,
       e.date AS date, [c.status] AS statuses, [c.id] AS claims
