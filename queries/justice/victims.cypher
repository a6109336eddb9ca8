//+ title: {en: "Victims", es: "Víctimas"}
//+ about:
//+   en: "Who was harmed in a killing or another event, or is named as the victim in a charge, and who is accused of it. An accusation is not guilt: the status of the accusation stands beside it."
//+   es: "Quién sufrió daño en un homicidio u otro hecho, o figura como víctima en una acusación, y a quién se acusa de ello. Una acusación no es culpa: su estado está al lado."
//+ answer: {en: "Victims found; an accusation is no more than its status says: {n}.", es: "Víctimas encontradas; una acusación no es más firme de lo que dice su estado: {n}."}
//+ ask:
//+   en:
//+     - "who (is|was|were) the (victim|victims) of the {period} (killing|murder|crime|homicide) (of which|that) {person} (is|was|stands) accused [of]"
//+     - "who (is|was|were) the (victim|victims) (of|in) the (killing|murder|crime|homicide) [of which|that] {person} (is|was|stands) accused [of]"
//+     - "who (is|was|were) the (victim|victims) of the (killing|murder|homicide) (ascribed|attributed) to {person}"
//+     - "(who|whom) (is|was) {person} accused of (killing|murdering|having killed|having murdered)"
//+     - "of (which|what|whose) (killing|murder|killings|murders) (is|was) {person} accused"
//+     - "(which|what|whose) (killing|murder|killings|murders) (is|was) {person} accused of"
//+     - "who (is|was|are|were) the (victim|victims) (of|in) {event}"
//+     - "(victim|victims) of {event}"
//+     - "who (are|were) the alleged victims of {person}"
//+     - "alleged victims of {person}"
//+     - "[list|show] [all] [the] victims"
//+     - "(which|what) victims (are|were) (named|there|known)"
//+   es:
//+     - "quién (es|fue) la víctima del (homicidio|asesinato|crimen) {period} (del que|por el que|de que) se acusa (a|al) {person}"
//+     - "quién (es|fue) la víctima del (homicidio|asesinato|crimen) (del que|por el que|de que) se acusa (a|al) {person}"
//+     - "quién (es|fue) la víctima del (homicidio|asesinato|crimen) atribuido (a|al) {person}"
//+     - "a quién se acusa (a|al) {person} de (matar|haber matado|asesinar|haber asesinado)"
//+     - "de (qué|cuál) (homicidio|asesinato) se acusa (a|al) {person}"
//+     - "de qué (homicidios|asesinatos) se acusa (a|al) {person}"
//+     - "de la muerte de quién se acusa (a|al) {person}"
//+     - "quién (es|fue) la víctima (de|del|en) {event}"
//+     - "quiénes (son|fueron) las víctimas (de|del|en) {event}"
//+     - "(víctima|víctimas) (de|del) {event}"
//+     - "presuntas víctimas (de|del) {person}"
//+     - "[lista de] [las] víctimas"
//+     - "qué víctimas (hay|se nombran|se conocen)"
//+ examples: [{person: person/rafael-caro-quintero, period: "1985"}, {event: event/killing-1985-enrique-camarena}, {person: person/roberto-salazar}, {}]
//+ parameters:
//+   person: {type: Person, default: null, about: "the person who is accused"}
//+   event: {type: Event, default: null}
//+   period: {type: interval, default: null, about: "it happened, or may have happened, in it"}
//+ columns: {victim: Entity, event: Event, date: text, accused: Person, status: text}
//+ order: [date, victim, accused]
MATCH (e:Event)-[v:VICTIM]->(x:Entity)
WHERE $event IS NULL OR e.id = $event
WITH e, v, x
WHERE ($period_from IS NULL OR e.date_to >= $period_from)
  AND ($period_to IS NULL OR e.date_from <= $period_to)
OPTIONAL MATCH (e)-[r:CONCERNS|ALLEGED_PERPETRATOR]->(p:Person)
WHERE e:LegalEvent OR type(r) = 'ALLEGED_PERPETRATOR'
WITH e, v, x, r, p
WHERE $person IS NULL OR p.id = $person
MATCH (e)<-[:SUBJECT]-(c:Claim)
WITH e, v, x, r, p, c
WHERE c.id IN v.claims OR c.id IN r.claims OR (c.predicate = 'date_claimed'
  AND c.drawn)
RETURN x.id AS victim_id, x.name AS victim, e.id AS event_id, e.name AS event, e.date AS date,
       p.id AS accused_id, p.name AS accused, r.status AS status, [c.id] AS claims
