//+ title: {en: "Events", es: "Acontecimientos"}
//+ about:
//+   en: "What happened, when, where, whom it concerns and who did it, with the kind of event. A place stands for its parts, too. With a period: the date, as far as it is known, lies wholly within it; of an event that lasted, its beginning or its end. An event of which only the year is known is not counted to a month."
//+   es: "Qué sucedió, cuándo, dónde, a quién afecta y quién lo hizo, con el tipo de acontecimiento. Un lugar vale también por sus partes. Con un periodo: la fecha, hasta donde se sabe, queda enteramente dentro; de lo que duró, su principio o su fin. Un acontecimiento del que solo se sabe el año no se cuenta en un mes."
//+ parameters:
//+   event: {type: Event, default: null}
//+   concerns: {type: Entity, default: null}
//+   place: {type: Place, default: null, about: "or any part of it"}
//+   by: {type: Actor, default: null}
//+   period: {type: interval, default: null}
//+ columns: {date: interval, event: Event, kind: "text[]", concerns: "Entity[]", place: "Place[]", by: "Actor[]"}
//+ order: [date, event]
//+ from: concerns
//+ to: event
//+ attributes: [date, place]
//+ words:
//+   en:
//+     event: [event, incident, happening, occurrence, episode, what happened, what occurred, events,
//+       incidents, occurrences, happenings, what went down, what took place, what all happened,
//+       what was going on, things that happened, goings-on, developments, what went on,
//+       what has happened, news]
//+     concerns: [person involved, people involved, participant, participants, parties involved]
//+   es:
//+     event: [acontecimiento, hecho, suceso, evento, incidente, qué pasó, qué ocurrió, qué sucedió,
//+       qué hubo, acontecimientos, hechos, sucesos, eventos, incidentes, qué ha pasado,
//+       qué fue lo que pasó, qué pasaba, episodio, cosas que pasaron, sucedidos, novedades,
//+       qué aconteció, incidencias]
//+     event -> place: [acontecer]
//+     concerns: [afectado, involucrado, implicado, participante, protagonista, involucrados,
//+       participantes, implicados]
//+     by: [realizado por, ejecutado por]
//+ says:
//+   en: "[{date}: ]{event}[, {place}]"
//+   es: "[{date}: ]{event}[, {place}]"
//+ questions:
//+   en: ["Which events happened in May 2025?", "What happened in Jalisco?", "When did the transfer of 2025-08-12 take place?"]
//+   es: ["¿Qué acontecimientos hubo en mayo de 2025?", "¿Qué ocurrió en Jalisco?", "¿Qué pasó el 20 de febrero de 2025?"]
//+ examples:
//+   - {period: "2025-05"}
//+   - {period: "2025-02-20"}
//+   - {period: ../2014}
//+   - {place: place/jalisco}
//+   - {place: place/mexico, period: "2025"}
//+   - {event: event/extradition-2020-02-ruben-oseguera-gonzalez}
//+   - {concerns: person/rafael-caro-quintero}
//+   - {by: organization/mexican-navy}
//? event: MATCH (e:Entity {id: $event})
//? concerns: MATCH (:Entity {id: $concerns})<-[:CONCERNS|VICTIM|TRANSFER_OF|INVOLVES]-(e:Entity) WITH DISTINCT e
//? by: MATCH (:Entity {id: $by})<-[:CONDUCTED_BY|MADE_BY]-(e:Entity) WITH DISTINCT e
//? place: MATCH (:Entity {id: $place})<-[:PART_OF*0..1]-(:Entity)<-[:OCCURRED_AT]-(e:Entity) WITH DISTINCT e
MATCH (e:Event)
WHERE ($event IS NULL OR e.id = $event)
  AND ($concerns IS NULL OR EXISTS { MATCH (e)-[met:CONCERNS|VICTIM|TRANSFER_OF|INVOLVES]->(:Entity {id: $concerns}) WHERE met.claims IS NOT NULL })
  AND ($by IS NULL OR EXISTS { MATCH (e)-[met:CONDUCTED_BY|MADE_BY]->(:Entity {id: $by}) WHERE met.claims IS NOT NULL })
  AND ($place IS NULL OR EXISTS { MATCH (e)-[lies:OCCURRED_AT]->(:Entity {id: $place}) WHERE lies.claims IS NOT NULL }
    OR EXISTS { MATCH (e)-[lies:OCCURRED_AT]->(:Entity)-[h:PART_OF]->(:Entity {id: $place})
      WHERE lies.claims IS NOT NULL AND h.claims IS NOT NULL })
WITH e
WHERE (($period_from IS NULL OR e.date_from >= $period_from) AND ($period_to IS NULL OR e.date_to <= $period_to))
   OR (e.date CONTAINS '/' AND (e.date_from >= $period_from AND e.date_from <= $period_to))
   OR (e.date CONTAINS '/' AND (e.date_to >= $period_from AND e.date_to <= $period_to))
WITH e, [(e)<-[:SUBJECT]-(dated:Claim) WHERE dated.predicate = 'date_claimed' AND dated.drawn | dated.id] AS dates,
     reduce(found = [], c IN [(e)-[w:CONCERNS|VICTIM|TRANSFER_OF|INVOLVES]->(wx) WHERE w.claims IS NOT NULL | w.claims] | found + c) AS concerning,
     reduce(found = [], c IN [(e)-[l:OCCURRED_AT]->(lx) WHERE l.claims IS NOT NULL | l.claims] | found + c) AS placed,
     reduce(found = [], c IN [(e)-[b:CONDUCTED_BY|MADE_BY]->(bx) WHERE b.claims IS NOT NULL | b.claims] | found + c) AS done
OPTIONAL MATCH (e)<-[:SUBJECT|OBJECT]-(any_claim:Claim)
WITH e, dates + concerning + placed + done AS evidence, collect(any_claim.id) AS told
RETURN e.id AS event_id, e.name AS event, e.date AS date, [label IN labels(e) WHERE NOT label CONTAINS '_'
         AND NOT label IN ['Entity', 'Event', 'LifeEvent', 'CustodyEvent', 'LegalEvent', 'Communication']] AS kind,
       [(e)-[w:CONCERNS|VICTIM|TRANSFER_OF|INVOLVES]->(wx) WHERE w.claims IS NOT NULL | wx.name] AS concerns,
       [(e)-[w:CONCERNS|VICTIM|TRANSFER_OF|INVOLVES]->(wx) WHERE w.claims IS NOT NULL | wx.id] AS concerns_id,
       [(e)-[l:OCCURRED_AT]->(lx) WHERE l.claims IS NOT NULL | lx.name] AS place,
       [(e)-[l:OCCURRED_AT]->(lx) WHERE l.claims IS NOT NULL | lx.id] AS place_id,
       [(e)-[b:CONDUCTED_BY|MADE_BY]->(bx) WHERE b.claims IS NOT NULL | bx.name] AS by,
       [(e)-[b:CONDUCTED_BY|MADE_BY]->(bx) WHERE b.claims IS NOT NULL | bx.id] AS by_id,
       CASE WHEN size(evidence) > 0 THEN evidence ELSE told END AS claims
