//+ title: {en: Releases and escapes, es: Liberaciones y fugas}
//+ about:
//+   en: "How people came out of custody: lawful releases and escapes, marked as such, with date and place."
//+   es: "Cómo salieron de custodia las personas: liberaciones legales y fugas, marcadas como tales, con fecha y lugar."
//+ parameters:
//+   person: {type: Person, default: null}
//+   event: {type: CustodyEvent, default: null}
//+   place: {type: Place, default: null, about: the place or a larger one around it}
//+   by: {type: Actor, default: null}
//+   period: {type: interval, default: null, about: "it happened, or may have happened, in it"}
//+ columns: {person: Person, event: CustodyEvent, date: text, escape: boolean, place: "Place[]", by: "Actor[]", status: text}
//+ order: [date, person]
//+ from: person
//+ to: event
//+ attributes: [date, place]
//+ words:
//+   en:
//+     event: [
//+       {say: [release, liberation, freeing, prison release, discharge from prison, release from prison,
//+         release from jail, release from custody], with: {escape: false}},
//+       {say: [escape, jailbreak, breakout, getaway, prison break, escapes, prison escape,
//+         tunnel escape], with: {escape: true}}]
//+     by -> person: [
//+       {say: [release, set free, let go, let out, liberate, cut loose, turn loose, set loose,
//+         order the release, release from prison, release from jail, release from custody,
//+         let out of prison, let out of jail, free from prison], with: {escape: false}}]
//+     person -> event: [walk free, go free, set free, freed,
//+       {say: [go free, walk free, be freed, leave prison, regain freedom, get out of prison,
//+         get out of jail, leave jail, walk out, walk out of prison, come out of prison, let out,
//+         set free, let go, step out of prison, get released, get out,
//+         come out], with: {escape: false}},
//+       {say: [escape, break out, flee, bust out, run off, slip away, break out of prison,
//+         break out of jail, escape from prison, escape from jail, do a runner, tunnel out, abscond,
//+         fly the coop, get away, run away, slip out], with: {escape: true}}]
//+     place: [from which prison, from what prison, from which jail, from what jail]
//+   es:
//+     event: [
//+       {say: [liberación, excarcelación, puesta en libertad, salida de prisión, salida de la cárcel,
//+         liberación de la cárcel, salida del penal], with: {escape: false}},
//+       {say: [fuga, escape, evasión, escapatoria, fugas, escape de prisión,
//+         fuga de la cárcel], with: {escape: true}}]
//+     by -> person: [
//+       {say: [liberar, soltar, excarcelar, poner en libertad, dejar libre, dejar ir, dar libertad,
//+         dar la libertad, ordenar la libertad, liberar de prisión, liberar de la cárcel,
//+         sacar de la cárcel, poner en la calle, dejar salir,
//+         dejar en libertad], with: {escape: false}}]
//+     person -> event: [salir libre, quedar libre,
//+       {say: [salir libre, quedar libre, salir del bote, salir de la cárcel, recuperar la libertad,
//+         obtener la libertad, salir de prisión, salir del penal, dejar la cárcel, dejar la prisión,
//+         alcanzar la libertad, salir a la calle, quedar en libertad, salir del tambo,
//+         salir de la prisión, quedar suelto, salir del reclusorio,
//+         andar libre], with: {escape: false}},
//+       {say: [fugarse, escaparse, huir, darse a la fuga, pelarse de la cárcel, salir por un túnel,
//+         evadirse, brincarse la barda, escaparse de la cárcel, escapar de prisión, pelarse,
//+         volarse], with: {escape: true}}]
//+     place: [de qué cárcel, de qué prisión, de qué penal, de qué reclusorio, de cuál cárcel,
//+       de qué bote]
//+ says:
//+   en: "{person} came out of custody on {date}[ in {place}]"
//+   es: "{person} salió de custodia el {date}[ en {place}]"
//+ questions:
//+   en: ["When was Rafael Caro Quintero released?", "Who was released in 2025?"]
//+   es: ["¿Cuándo salió libre Rosalinda González Valencia?", "¿Cuándo soltaron a Caro Quintero?"]
//+ examples:
//+   - {person: person/rafael-caro-quintero}
//+   - {period: "2025"}
//+   - {}
//? person: MATCH (p:Entity {id: $person})
//? event: MATCH (e:Entity {id: $event})
//? by: MATCH (:Entity {id: $by})<-[:CONDUCTED_BY]-(e:Entity) WITH DISTINCT e
//? place: MATCH (:Entity {id: $place})<-[:PART_OF*0..1]-(:Entity)<-[:OCCURRED_AT]-(e:Entity) WITH DISTINCT e
MATCH (e:CustodyEvent)-[r:CONCERNS]->(p:Person)
WHERE ($person IS NULL OR p.id = $person) AND ($event IS NULL OR e.id = $event)
WITH e, r, p
WHERE ($place IS NULL OR EXISTS { (e)-[:OCCURRED_AT]->(:Entity {id: $place}) }
    OR EXISTS { (e)-[:OCCURRED_AT]->(:Entity)-[:PART_OF]->(:Entity {id: $place}) })
  AND ($by IS NULL OR EXISTS { (e)-[:CONDUCTED_BY]->(:Entity {id: $by}) })
  AND ($period_from IS NULL OR e.date_to >= $period_from)
  AND ($period_to IS NULL OR e.date_from <= $period_to)
  AND (e:Release OR e:Escape)
MATCH (e)<-[:SUBJECT]-(c:Claim)
WITH e, r, p, c
WHERE c.id IN r.claims
   OR (c.predicate IN ['date_claimed', 'OCCURRED_AT', 'CONDUCTED_BY']
     AND c.drawn)
OPTIONAL MATCH (c)-[:OBJECT]->(o:Entity)
RETURN p.id AS person_id, p.name AS person, e.id AS event_id, e.name AS event, e.date AS date, r.status AS status,
       e:Escape AS escape,
       CASE WHEN c.predicate = 'OCCURRED_AT' THEN [o.name] ELSE [] END AS place,
       CASE WHEN c.predicate = 'OCCURRED_AT' THEN [o.id] ELSE [] END AS place_id,
       CASE WHEN c.predicate = 'CONDUCTED_BY' THEN [o.name] ELSE [] END AS by,
       CASE WHEN c.predicate = 'CONDUCTED_BY' THEN [o.id] ELSE [] END AS by_id,
       [c.id] AS claims
