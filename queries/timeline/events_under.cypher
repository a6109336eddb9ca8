//+ title: {en: Events under administrations, es: Hechos bajo gobiernos}
//+ about:
//+   en: "Which events happened under which administration, by the dates of both. `certain` is no where the date of the event, or of the term, leaves it open: an event of 2017 may be of either of two presidents, and so may one on the day of a handover, unless the president who made it decides."
//+   es: "Qué hechos ocurrieron bajo qué gobierno, según las fechas de ambos. `certain` es no donde la fecha del hecho, o la del periodo, lo deja abierto: un hecho de 2017 puede ser de cualquiera de dos presidentes, y también uno del día del relevo, salvo que lo decida el presidente que lo hizo."
//+ parameters:
//+   administration: {type: Administration, default: null}
//+   event: {type: Event, default: null}
//+   certain: {type: boolean, default: null, about: "only what must be so, or only what may be so"}
//+ columns: {administration: Administration, event: Event, date: text, certain: boolean}
//+ order: [administration, date, event]
//+ examples:
//+   - {administration: administration/trump-1}
//+   - {event: event/extradition-2017-joaquin-guzman-loera}
//+   - {certain: false}
//? administration: MATCH (a:Entity {id: $administration})
//? event: MATCH (e:Entity {id: $event})
MATCH (e:Event)-[r:OCCURRED_UNDER|POSSIBLY_UNDER]->(a:Administration)
WHERE ($administration IS NULL OR a.id = $administration) AND ($event IS NULL OR e.id = $event)
WITH e, r, a, type(r) = 'OCCURRED_UNDER' AS certain
WHERE $certain IS NULL OR certain = $certain
RETURN a.id AS administration_id, a.name AS administration, e.id AS event_id, e.name AS event, e.date AS date,
       certain, r.claims AS claims
