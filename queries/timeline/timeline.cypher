//+ title: {en: "Timelines of people and organisations", es: "Cronologías de personas y organizaciones"}
//+ about:
//+   en: "The events and tenures that a person or an organisation itself has a part in, by date, with the part and its status; an allegation stays an allegation. What has no date comes last; what happened to the members of an organisation is not its own."
//+   es: "Los acontecimientos y periodos en un cargo en que una persona u organización tiene parte, por fecha, con el papel y su estado; una acusación sigue siendo una acusación. Lo que no tiene fecha va al final; lo que les pasó a los miembros de una organización no es suyo."
//+ parameters:
//+   actor: {type: Actor, default: null}
//+   event: {type: Entity, default: null}
//+ columns: {actor: Actor, date: interval, event: Entity, kind: "text[]", part: "text[]", place: "Place[]", status: text}
//+ order: [actor, date, event, status]
//+ from: actor
//+ to: event
//+ attributes: [date, part, status]
//+ words:
//+   en:
//+     event: [timeline, chronology, history, time line, life story, key dates, life history,
//+       case history, historical record, backstory, events in order, life events, sequence of events,
//+       criminal career, criminal history, trajectory, course of events, key events, important dates,
//+       chronological list, chrono, dates in order, rise and fall, life in dates, dates of his life,
//+       dates of her life, dates in the life, biography, bio, profile, career, record of events,
//+       calendar of events, sequence, list of events, chronicle, milestones, main dates, all the dates,
//+       important events, history of events, life of, the life of, trace the history,
//+       trace the life, all dates, every date, dates in the life of]
//+     actor -> event: [what happened to, what became of, what has happened to, what has become of,
//+       what happened with, what happened in the life of, what happened over the years to,
//+       what's the story of, whatever happened to, walk me through the life of, happened to]
//+   es:
//+     event: [cronología, historia, historial, línea del tiempo, línea de tiempo, trayectoria,
//+       biografía, fechas clave, carrera criminal, antecedentes, recuento, línea temporal,
//+       sucesos en orden, fechas importantes, hechos en orden, fechas principales, trayectoria criminal,
//+       semblanza, hoja de vida, vida en fechas, fechas de su vida, fechas de la vida,
//+       biografía en fechas, perfil, ficha, carrera, recorrido, crónica, hitos, todas las fechas,
//+       datos biográficos, vida y obra, momentos clave, eventos clave, calendario, vida de, la vida de]
//+     actor -> event: [qué pasó con, qué le pasó a, qué fue de, qué ha pasado con, qué le ha pasado a,
//+       qué ha sido de, qué sucedió con, qué ocurrió con, en qué acabó, en qué terminó, qué onda con,
//+       qué hay de la vida de]
//+ says:
//+   en: "[{date}: ]{event} ({part}; {status})"
//+   es: "[{date}: ]{event} ({part}; {status})"
//+ questions:
//+   en: ["Give the timeline of Rafael Caro Quintero.", "What is the chronology of the CJNG?"]
//+   es: ["¿Cuál es la cronología de Rubén Oseguera González?", "historial de Rafael Caro Quintero"]
//+ examples:
//+   - {actor: person/rafael-caro-quintero}
//+   - {actor: person/ruben-oseguera-gonzalez}
//+   - {actor: person/pamela-bondi}
//+   - {actor: organization/cjng}
//+   - {actor: organization/dea}
//+   - {event: transfer/2025-08-12, actor: person/abigael-gonzalez-valencia}
//? actor: MATCH (x:Entity {id: $actor})
//? event: MATCH (e:Entity {id: $event})
MATCH (e:Entity)-[r:CONCERNS|TRANSFER_OF|INVOLVES|VICTIM|ALLEGED_PERPETRATOR|CONDUCTED_BY|MADE_BY|DIRECTED_AT|ABOUT|HAS_PARTY|JUDGE|HOLDER]->(x:Actor)
WHERE r.claims IS NOT NULL AND (e:Event OR e:Tenure)
  AND ($actor IS NULL OR x.id = $actor) AND ($event IS NULL OR e.id = $event)
RETURN x.id AS actor_id, x.name AS actor, e.date AS date, e.id AS event_id, e.name AS event, [label IN labels(e) WHERE NOT label CONTAINS '_'
         AND NOT label IN ['Entity', 'Event', 'LifeEvent', 'CustodyEvent', 'LegalEvent', 'Communication']] AS kind,
       [type(r)] AS part, [(e)-[l:OCCURRED_AT]->(lx) WHERE l.claims IS NOT NULL | lx.name] AS place,
       [(e)-[l:OCCURRED_AT]->(lx) WHERE l.claims IS NOT NULL | lx.id] AS place_id,
       r.status AS status,
       r.claims + [(e)<-[:SUBJECT]-(dated:Claim) WHERE dated.predicate = 'date_claimed' AND dated.drawn | dated.id]
         + reduce(found = [], c IN [(e)-[l:OCCURRED_AT]->(lx) WHERE l.claims IS NOT NULL | l.claims] | found + c) AS claims
