//+ title: {en: "People accused in a killing", es: "Personas acusadas en un homicidio"}
//+ about:
//+   en: "To whom a source ascribes a killing, and whom a charge with a victim concerns, by victim or by event. An accusation is not guilt: its status stands beside it."
//+   es: "A quién atribuye una fuente un homicidio, y a quién concierne una acusación con víctima, por víctima o por hecho. Una acusación no es culpa: su estado está al lado."
//+ answer: {en: "Accusations, none of them more than its status says: {n}.", es: "Acusaciones, ninguna más firme de lo que dice su estado: {n}."}
//+ ask:
//+   en:
//+     - "who (is|was|has been) (accused of|charged with) (killing|murdering|the killing of|the murder of|having killed|having murdered|the death of) {victim}"
//+     - "who (allegedly killed|allegedly murdered|is said to have killed|is alleged to have killed) {victim}"
//+     - "who is the alleged (killer|murderer) of {victim}"
//+     - "who is the alleged perpetrator (of|in) {event}"
//+     - "who (is|was) accused in [connection with] {event}"
//+     - "against whom are there accusations in {event}"
//+   es:
//+     - "(quién|quiénes) (está|están|es|son|fue|fueron) (acusado|acusada|acusados) (de matar a|del asesinato de|del homicidio de|de la muerte de|de asesinar a|de haber matado a) {victim}"
//+     - "a (quién|quiénes) se (acusa|acusó) (de matar a|del asesinato de|del homicidio de|de la muerte de|de asesinar a) {victim}"
//+     - "a (quién|quiénes) se atribuye (el asesinato|el homicidio|la muerte) de {victim}"
//+     - "quién (presuntamente|supuestamente) (mató|asesinó) a {victim}"
//+     - "quién es el presunto (asesino|homicida|responsable de la muerte) de {victim}"
//+     - "quién es el presunto (autor|responsable) de {event}"
//+ examples: [{victim: person/enrique-camarena}, {event: event/killing-2008-juan-escalante}, {}]
//+ parameters:
//+   victim: {type: Entity, default: null}
//+   event: {type: Event, default: null, about: "the killing, or the charge"}
//+ columns: {person: Person, event: Event, date: text, victim: "Entity[]", status: text}
//+ order: [person, event]
MATCH (e:Event)-[r:CONCERNS|ALLEGED_PERPETRATOR]->(p:Person)
WITH e, r, p
WHERE (e:LegalEvent OR type(r) = 'ALLEGED_PERPETRATOR')
  AND ($event IS NULL OR e.id = $event OR EXISTS { (e)-[:CHARGE_FOR]->(:Entity {id: $event}) })
  AND ($victim IS NULL OR EXISTS { (e)-[:VICTIM]->(:Entity {id: $victim}) }
    OR EXISTS { (e)-[:CHARGE_FOR]->(:Entity)-[:VICTIM]->(:Entity {id: $victim}) })
  AND EXISTS { (e)-[:VICTIM|CHARGE_FOR]->(:Entity) }
MATCH (e)<-[:SUBJECT]-(c:Claim)
WITH e, r, p, c
WHERE c.id IN r.claims OR (c.predicate IN ['date_claimed', 'VICTIM', 'CHARGE_FOR']
  AND c.drawn)
OPTIONAL MATCH (c)-[:OBJECT]->(o:Entity)
RETURN p.id AS person_id, p.name AS person, e.id AS event_id, e.name AS event, e.date AS date,
       CASE WHEN c.predicate = 'VICTIM' THEN [o.name] ELSE [] END AS victim,
       CASE WHEN c.predicate = 'VICTIM' THEN [o.id] ELSE [] END AS victim_id,
       r.status AS status, [c.id] AS claims
