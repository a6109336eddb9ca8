//+ title: {en: Outcomes, es: Resultados}
//+ about:
//+   en: "What sources say came of something: of a policy, a negotiation, a decision, an event."
//+   es: "Qué resultó de algo según las fuentes: de una política, una negociación, una decisión, un hecho."
//+ parameters:
//+   topic: {type: Entity, default: null}
//+ columns: {topic: Entity, text: text, status: text, date: text}
//+ order: [topic, text]
//+ from: topic
//+ to: text
//+ attributes: [topic, status]
//+ words:
//+   en:
//+     text: [outcome, consequence, effect, result, impact, upshot, practical consequence, implication, aftermath,
//+       repercussion, end result, ramification]
//+     topic -> text: [result in, lead to, bring about, entail for, end in, come of, turn out, mean in practice]
//+   es:
//+     text: [resultado, consecuencia, efecto, impacto, desenlace, repercusión, implicación, secuela,
//+       consecuencia práctica]
//+     topic -> text: [resultar en, llevar a, acarrear, traer consigo, derivar en, desembocar en, implicar,
//+       quedar en, parar en]
//+ says:
//+   en: "{topic}: {text} ({status})"
//+   es: "{topic}: {text} ({status})"
//+ questions:
//+   en: ["What was the outcome of the negotiations over the threatened 30% tariffs?", "What was the result of the US presidential election of 2024?"]
//+   es: ["¿Qué consecuencias tuvo el traslado de 2025-08-12?", "¿Cuál fue el resultado de la elección presidencial de Estados Unidos de 2024?"]
//+ examples:
//+   - {}
//? topic: MATCH (s:Entity {id: $topic})
MATCH (s:Entity)<-[:SUBJECT]-(c:Claim)
WHERE c.predicate = 'outcome' AND c.rank <> 'deprecated' AND ($topic IS NULL OR s.id = $topic)
RETURN s.id AS topic_id, s.name AS topic, c.value AS text, c.status AS status, s.date AS date, [c.id] AS claims
