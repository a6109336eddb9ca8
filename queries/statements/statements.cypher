//+ title: {en: "What was said", es: "Lo que se dijo"}
//+ about:
//+   en: "Statements and attributed views according to the sources, with who said it and what it is about: the topic itself, but also the people handed over in the transfer, the transfer that a policy is part of, the country of a government. The status says whether it is stated, an opinion, a threat, a promise or a denial; a statement is not a fact."
//+   es: "Declaraciones y opiniones atribuidas según las fuentes, con quién lo dijo y sobre qué: el asunto mismo, pero también las personas entregadas en el traslado, el traslado del que una política es parte, el país de un gobierno. El estado dice si es declaración, opinión, amenaza, promesa o desmentido; una declaración no es un hecho."
//+ parameters:
//+   speaker: {type: Actor, default: null}
//+   topic: {type: Entity, default: null}
//+ columns: {speaker: "Actor[]", topic: "Entity[]", text: text, status: text, date: text, statement: Communication}
//+ order: [date, statement, text]
//+ from: speaker
//+ to: text
//+ attributes: [date, status]
//+ words:
//+   en:
//+     text: [statement, remark, comment, quote, words, declaration, reaction, response, remarks,
//+       comments, quotes, public statement, official statement, press statement, announcement,
//+       explanation, message, reply, denial, pronouncement, utterance, argument, promise, apology,
//+       praise, complaint, gratitude, stance, speech, tweet, reactions, responses, verbatim quote,
//+       exact words, exact quote, wording, statements made, denials, warning issued,
//+       rejection, refusal, offer made, demand made, explanation given, accusation made, talking points,
//+       position taken, official position, official line, official stance, comments made, remarks made,
//+       reason given, reasons given, reasons, reason, grounds given, justification given]
//+     speaker: [speaker, spokesman, spokesperson, commentator, source of the quote,
//+       author of the statement, author of the quote, person quoted, people quoted, spokeswoman,
//+       press secretary]
//+     speaker -> topic: [said, tell, describe, comment, state, declare, speak, talk, announce, react,
//+       respond, criticize, defend, justify, explain, assure, promise, speak out, remark, claim, argue,
//+       assert, affirm, maintain, reply, point out, stress, emphasise, emphasize, confirm, applaud,
//+       welcome, celebrate, commend, congratulate, endorse, question, doubt, cast doubt, criticise,
//+       condemn, denounce, slam, blast, complain, lament, regret, worry, express concern, reproach,
//+       reject, rule out, refute, brag, boast, demand explanation, acknowledge, concede, mock, joke,
//+       propose, vow, pledge, report saying, give an opinion on, weigh in, sound off, deny that,
//+       downplay, label as, characterise, characterize, laud, hail, caution, alert, refuse, turn down,
//+       decline, accept, reiterate, repeat, reaffirm, insist, contend, note, remark on, address, answer,
//+       blame, accuse, tweet, voice concern, voice support, quote, have said, sum up, call, term,
//+       challenge, dispute, take issue with, object to, protest, exclude, say no to, say yes to,
//+       speak against, speak of, respond to, react to, comment on, make of, say about, say regarding,
//+       predict, speculate, hint at, suggest, propose to, stand by, pronounce, declare that, say that,
//+       put it, warn]
//+   es:
//+     text: [declaración, comentario, palabras, dicho, reacción, respuesta, pronunciamiento,
//+       declaraciones, comentarios, dichos, mensaje, comunicado, anuncio, explicación, discurso,
//+       posicionamiento, contestación, queja, agradecimiento, elogio, promesa, disculpa, testimonio,
//+       argumento, negación, tuit, mensaje público, reacciones, cita, cita textual, frase,
//+       palabras textuales, palabras exactas, qué palabras, postura, posición, posición oficial,
//+       postura oficial, rechazo, negativa, desmentido, agradecimientos, crítica pública,
//+       versión, versión oficial, reclamo público, razones, razón, motivos, motivo, argumentos,
//+       justificación, explicaciones]
//+     speaker: [vocero, portavoz, declarante, comentarista, autor de la frase, autora de la frase,
//+       autor de la declaración, quién lo dijo]
//+     speaker -> topic: [dijo, declarar, comentar, describir, opinar, hablar, anunciar, asegurar,
//+       sostener, calificar, prometer, responder, criticar, defender, justificar, platicar, expresar,
//+       manifestar, externar, afirmar, aseverar, insistir, recalcar, subrayar, destacar, contestar,
//+       replicar, reaccionar, pronunciarse, posicionarse, felicitar, elogiar, aplaudir, celebrar,
//+       alabar, cuestionar, poner en duda, dudar, quejarse, lamentar, denunciar, repudiar, rechazar,
//+       refutar, preocuparse, aclarar, informar, confirmar, argumentar, argüir, jurar, comprometerse,
//+       proponer, sugerir, burlarse, apoyar, respaldar, avalar, hacer comentarios, dar su opinión,
//+       echar en cara, minimizar, alertar, avisar, prevenir, negarse, decir que no, rehusar, declinar,
//+       aceptar, acceder, decir que sí, reiterar, repetir, reafirmar, descartar, excluir, culpar,
//+       acusar, llamar, tachar de, describir como, calificar de, señalar que, apuntar, apuntar que,
//+       contar, relatar, exponer, plantear, sentenciar que, tuitear, decir que, decir sobre,
//+       opinar sobre, opinar de, predecir, pronosticar que, insinuar, dar a entender, objetar,
//+       protestar, reprobar, condenar públicamente, pedir explicaciones, hacer declaraciones,
//+       fijar postura, tomar postura, dar su postura, explicar, advertir, agradecer]
//+ says:
//+   en: "[{date}: ]{speaker}: {text} ({status})"
//+   es: "[{date}: ]{speaker}: {text} ({status})"
//+ questions:
//+   en: ["What did Claudia Sheinbaum say about the transfer of 37 cartel members?", "What was said about the transfer of 2026-01-20?", "What did Pam Bondi say about the transfer of 2025-08-12?"]
//+   es: ["¿Qué dijo Omar García Harfuch sobre los 37 trasladados?", "¿Qué dijo Donald Trump sobre México?"]
//+ examples:
//+   - {speaker: person/claudia-sheinbaum-pardo}
//+   - {speaker: person/jeff-sessions}
//+   - {topic: transfer/2025-08-12}
//+   - {topic: event/us-military-action-in-mexico}
//+   - {topic: person/rafael-caro-quintero}
//+   - {speaker: person/pamela-bondi, topic: transfer/2025-08-12}
//+   - {speaker: person/donald-trump, topic: place/mexico}
//? speaker: MATCH (a:Entity {id: $speaker})<-[:ATTRIBUTED_TO|MADE_BY]-(said:Entity)-[:SUBJECT*0..1]->(s:Entity) WITH DISTINCT s
//? topic: MATCH (meant:Entity {id: $topic}) OPTIONAL MATCH (state:Government) WHERE meant:Country AND state.name ENDS WITH meant.name
//? topic: WITH meant, collect(state.id) AS states OPTIONAL MATCH (meant)-[:TRANSFERRED_IN|JURISDICTION|INVOLVES]-(near:Entity)
//? topic: WITH meant.id AS own, states, collect(near.id) AS others UNWIND [own] + states + others AS one
//? topic: MATCH (:Entity {id: one})<-[:ABOUT*0..1]-(s:Entity) WITH DISTINCT s
MATCH (s:Entity)<-[:SUBJECT]-(t:Claim)
WHERE t.predicate IN ['text', 'description'] AND t.rank <> 'deprecated'
WITH t, s
WHERE EXISTS { (t)-[:ATTRIBUTED_TO]->(:Entity) } OR (t.predicate = 'text' AND s:Communication)
CALL (s) {
  MATCH (s)-[:ABOUT*0..1]->(g:Government)
  MATCH (k:Country)
  WHERE g.name ENDS WITH k.name
  RETURN collect(DISTINCT k) AS countries
}
CALL (s) {
  MATCH (s)-[:ABOUT*0..1]->(m:Entity)
  RETURN collect(DISTINCT m) AS matters
}
WITH t, s, [(t)-[:ATTRIBUTED_TO]->(a:Entity) | a]
       + CASE WHEN t.predicate = 'text' AND s:Communication THEN [(s)-[:MADE_BY]->(a:Entity) | a] ELSE [] END AS speaker,
     matters + countries
       + reduce(found = [], m IN matters | found + [(m)<-[:TRANSFERRED_IN]-(x:Entity) | x]
       + [(m)-[:JURISDICTION]->(x:Entity) | x] + [(m)-[:INVOLVES]->(x:Transfer) | x]) AS topic
WITH t, s, speaker, topic
WHERE ($speaker IS NULL OR any(x IN speaker WHERE x.id = $speaker)) AND ($topic IS NULL OR any(x IN topic WHERE x.id = $topic))
MATCH (s)<-[:SUBJECT]-(c:Claim)
WITH t, s, speaker, topic, c
WHERE c.id = t.id OR (s:Communication AND c.predicate IN ['date_claimed', 'MADE_BY', 'ABOUT'] AND c.drawn)
RETURN [x IN speaker | x.name] AS speaker, [x IN speaker | x.id] AS speaker_id,
       [x IN topic | x.name] AS topic, [x IN topic | x.id] AS topic_id, t.value AS text, t.status AS status,
       CASE WHEN s:Communication THEN s.date END AS date,
       CASE WHEN s:Communication THEN s.id END AS statement_id,
       CASE WHEN s:Communication THEN s.name END AS statement, [c.id] AS claims
