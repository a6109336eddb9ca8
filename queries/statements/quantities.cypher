//+ title: {en: Quantities, es: Cantidades}
//+ about:
//+   en: "Amounts, numbers and shares that sources state in words: how high tariffs were, how many years, how many districts."
//+   es: "Montos, números y proporciones que las fuentes dan en palabras: de cuánto eran los aranceles, cuántos años, cuántos distritos."
//+ parameters:
//+   topic: {type: Entity, default: null}
//+ columns: {topic: Entity, text: text, status: text, date: text}
//+ order: [topic, text]
//+ from: topic
//+ to: text
//+ attributes: [topic, status]
//+ words:
//+   en:
//+     text: [quantity, amount, figure, share, percentage, rate, proportion, stated number, extent, magnitude,
//+       how high, how steep]
//+   es:
//+     text: [cantidad, monto, cifra, proporción, porcentaje, tasa, magnitud, extensión,
//+       de cuánto, qué tan altos, qué tan altas]
//+ says:
//+   en: "{topic}: {text} ({status})"
//+   es: "{topic}: {text} ({status})"
//+ questions:
//+   en: ["What figures are stated for the transfer of 2026-01-20?", "What is the percentage of the threat of US tariffs on Mexico?"]
//+   es: ["¿Qué cifras se dan del traslado de 2026-01-20?", "¿De qué porcentaje es la amenaza de aranceles de Estados Unidos a México?"]
//+ examples:
//+   - {}
//+   - {topic: transfer/2026-01-20}
//? topic: MATCH (s:Entity {id: $topic})
MATCH (s:Entity)<-[:SUBJECT]-(c:Claim)
WHERE c.predicate = 'quantity' AND c.rank <> 'deprecated' AND ($topic IS NULL OR s.id = $topic)
RETURN s.id AS topic_id, s.name AS topic, c.value AS text, c.status AS status, s.date AS date, [c.id] AS claims
