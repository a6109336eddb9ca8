//+ title: {en: "Births", es: "Nacimientos"}
//+ about:
//+   en: "When and where people were born, as far as sources say."
//+   es: "Cuándo y dónde nacieron las personas, hasta donde lo dicen las fuentes."
//+ parameters:
//+   person: {type: Person, default: null}
//+   place: {type: Place, default: null, about: "or any part of it"}
//+ columns: {person: Person, date: interval, place: "Place[]", statuses: "text[]"}
//+ order: [person, date]
//+ from: person
//+ to: date
//+ attributes: [place, statuses]
//+ words:
//+   en:
//+     date: [birth, birthday, birth date, birthdate, date of birth, DOB, born date, year of birth,
//+       birth year, day of birth, b-day, bday, dates of birth, birthdates, birthdays, when born,
//+       birth year and place]
//+     person -> place: [born, come into the world, come from originally, hail from originally,
//+       native of, born and raised, grow up]
//+     place: [birthplace, place of birth, hometown, home town, native place, place he was born,
//+       native town, birth place, native land, birth town, places of birth, birthplaces, native city,
//+       native state, state of birth, where born]
//+   es:
//+     date: [nacimiento, cumpleaños, fecha de nacimiento, natalicio, año de nacimiento,
//+       día de nacimiento, cumple, nacimientos, fecha en que nació, fechas de nacimiento, cumpleaños de,
//+       nació el día, onomástico]
//+     person -> place: [nacer, originario, oriundo, nativo, nacer en, venir al mundo, ver la luz,
//+       natural de]
//+     place: [lugar de nacimiento, lugar natal, tierra natal, pueblo natal, cuna, lugar donde nació,
//+       pueblo donde nació, ciudad natal, ciudad de nacimiento, terruño, rancho natal,
//+       lugares de nacimiento, pueblo de origen, estado natal, estado de nacimiento, municipio natal,
//+       dónde nació]
//+ says:
//+   en: "{person} was born[ on {date}][ in {place}]"
//+   es: "{person} nació[ el {date}][ en {place}]"
//+ questions:
//+   en: ["When was El Mencho born?", "Where was Juan Carlos Valencia González born?"]
//+   es: ["¿Cuándo nació El Mencho?", "¿Dónde nació Juan Carlos Valencia González?"]
//+ examples:
//+   - {person: person/nemesio-oseguera-cervantes}
//+   - {place: place/mexico}
//+   - {}
//? person: MATCH (p:Entity {id: $person})
//? place: MATCH (:Entity {id: $place})<-[:PART_OF*0..1]-(:Entity)<-[:OCCURRED_AT]-(e:Entity) WITH DISTINCT e
MATCH (e:Birth)-[r:CONCERNS]->(p:Person)
WHERE r.claims IS NOT NULL AND ($person IS NULL OR p.id = $person)
WITH e, r, p
WHERE true
  AND ($place IS NULL OR EXISTS { MATCH (e)-[lies:OCCURRED_AT]->(:Entity {id: $place}) WHERE lies.claims IS NOT NULL }
    OR EXISTS { MATCH (e)-[lies:OCCURRED_AT]->(:Entity)-[h:PART_OF]->(:Entity {id: $place})
      WHERE lies.claims IS NOT NULL AND h.claims IS NOT NULL })
RETURN p.id AS person_id, p.name AS person, e.date AS date,
       [(e)-[l:OCCURRED_AT]->(lx) WHERE l.claims IS NOT NULL | lx.name] AS place,
       [(e)-[l:OCCURRED_AT]->(lx) WHERE l.claims IS NOT NULL | lx.id] AS place_id,
       r.statuses AS statuses,
       r.claims + [(e)<-[:SUBJECT]-(dated:Claim) WHERE dated.predicate = 'date_claimed' AND dated.drawn | dated.id]
         + reduce(found = [], c IN [(e)-[l:OCCURRED_AT]->(lx) WHERE l.claims IS NOT NULL | l.claims] | found + c) AS claims
