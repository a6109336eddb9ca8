//+ title: {en: "Deaths", es: "Muertes"}
//+ about:
//+   en: "When, where and how people died or were killed, and which forces killed them, as far as sources say. Who is only accused of a killing is not named here."
//+   es: "Cuándo, dónde y cómo murieron o fueron muertas las personas, y qué fuerzas les dieron muerte, hasta donde lo dicen las fuentes. A quien solo se acusa de un homicidio no se le nombra aquí."
//+ parameters:
//+   person: {type: Person, default: null}
//+   place: {type: Place, default: null, about: "or any part of it"}
//+   by: {type: Actor, default: null}
//+ columns: {person: Person, date: interval, place: "Place[]", manner: "text[]", by: "Actor[]", statuses: "text[]"}
//+ order: [date, person]
//+ from: person
//+ to: date
//+ attributes: [place, manner, statuses]
//+ words:
//+   en:
//+     date: [death, demise, date of death, death date, day of death, deaths, passing, dates of death,
//+       year of death, time of death, death year, end of his life]
//+     person: [dead, deceased, dead person, person who died, people who died, dead people, fatalities,
//+       victims killed, deceased people, those killed, those who died, the dead, casualties, casualty]
//+     person -> place: [die, deceased, pass away, perish, killed, slain, murdered, gunned down,
//+       lose his life, lose her life, lose their lives, meet his end, shot dead, bite the dust,
//+       kick the bucket, croak, succumb, found dead, fall in combat, get killed, get shot, drop dead,
//+       cease to live, fall dead, meet death]
//+     manner: [cause of death, manner of death, way of death, circumstances of death,
//+       cause of the death, how he died, how she died, cause of his death, cause of her death]
//+     by: [killer]
//+     by -> person: [kill, slay, gun down, shoot dead, shoot to death]
//+   es:
//+     date: [muerte, fallecimiento, deceso, defunción, fecha de muerte, fecha de fallecimiento,
//+       fecha del fallecimiento, fecha de la muerte, día de su muerte, óbito, muertes, fallecimientos,
//+       decesos, año de muerte, año de su muerte, hora de la muerte, momento de su muerte,
//+       fecha del deceso]
//+     person: [difunto, finado, fallecido, fallecidos, difunta, finada, muertos, difuntos, fallecida,
//+       fallecidas, bajas, los que murieron, los que han muerto]
//+     person -> place: [morir, fallecer, perecer, abatido, asesinado, perder la vida, caer abatido,
//+       caer muerto, dejar de existir, petatearse, colgar los tenis, estirar la pata, quedar muerto,
//+       resultar muerto, expirar, caer, pelarse al otro mundo, irse al otro mundo, chupar faros, felpar,
//+       pasar a mejor vida]
//+     manner: [causa de muerte, causa de la muerte, manera de morir, forma de morir, forma de muerte,
//+       circunstancias de la muerte, causa del deceso, de qué murió, cómo murió, causa de su muerte,
//+       cómo lo mataron]
//+     by: [asesino]
//+     by -> person: [matar, abatir, ultimar, acribillar, dar muerte, dar piso]
//+ says:
//+   en: "{person} died[ on {date}][ in {place}][: {manner}][, by {by}]"
//+   es: "{person} murió[ el {date}][ en {place}][: {manner}][, por {by}]"
//+ questions:
//+   en: ["How did El Mencho die?", "Is Pedro Inzunza Coronel dead?", "Who killed Pedro Inzunza Coronel?"]
//+   es: ["¿Cuándo murió El Mencho?", "¿Cómo murió Pedro Inzunza Coronel?", "¿Está muerto El Mencho?"]
//+ examples:
//+   - {person: person/nemesio-oseguera-cervantes}
//+   - {by: organization/mexican-navy}
//+   - {place: place/jalisco}
//+   - {}
//? person: MATCH (p:Entity {id: $person})
//? by: MATCH (:Entity {id: $by})<-[:CONDUCTED_BY]-(e:Entity) WITH DISTINCT e
//? place: MATCH (:Entity {id: $place})<-[:PART_OF*0..1]-(:Entity)<-[:OCCURRED_AT]-(e:Entity) WITH DISTINCT e
MATCH (e:Event)-[r:CONCERNS|VICTIM]->(p:Person)
WHERE r.claims IS NOT NULL AND (e:Death OR (e:Killing AND type(r) = 'VICTIM'))
  AND ($person IS NULL OR p.id = $person)
WITH e, r, p
WHERE ($by IS NULL OR EXISTS { MATCH (e)-[did:CONDUCTED_BY]->(:Entity {id: $by}) WHERE did.claims IS NOT NULL })
  AND ($place IS NULL OR EXISTS { MATCH (e)-[lies:OCCURRED_AT]->(:Entity {id: $place}) WHERE lies.claims IS NOT NULL }
    OR EXISTS { MATCH (e)-[lies:OCCURRED_AT]->(:Entity)-[h:PART_OF]->(:Entity {id: $place})
      WHERE lies.claims IS NOT NULL AND h.claims IS NOT NULL })
RETURN p.id AS person_id, p.name AS person, e.date AS date,
       [(e)-[l:OCCURRED_AT]->(lx) WHERE l.claims IS NOT NULL | lx.name] AS place,
       [(e)-[l:OCCURRED_AT]->(lx) WHERE l.claims IS NOT NULL | lx.id] AS place_id,
       [(e)<-[:SUBJECT]-(how:Claim) WHERE how.predicate = 'outcome' AND how.drawn | how.value] AS manner,
       [(e)-[b:CONDUCTED_BY]->(bx) WHERE b.claims IS NOT NULL | bx.name] AS by,
       [(e)-[b:CONDUCTED_BY]->(bx) WHERE b.claims IS NOT NULL | bx.id] AS by_id,
       r.statuses + reduce(found = [], s IN [(e)-[b:CONDUCTED_BY]->(bx) WHERE b.claims IS NOT NULL | b.statuses] | found + s) AS statuses,
       r.claims + [(e)<-[:SUBJECT]-(told:Claim) WHERE told.predicate IN ['date_claimed', 'outcome'] AND told.drawn | told.id]
         + reduce(found = [], c IN [(e)-[l:OCCURRED_AT]->(lx) WHERE l.claims IS NOT NULL | l.claims] | found + c)
         + reduce(found = [], c IN [(e)-[b:CONDUCTED_BY]->(bx) WHERE b.claims IS NOT NULL | b.claims] | found + c) AS claims
