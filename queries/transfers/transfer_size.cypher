//+ title: {en: How many people a transfer moved, es: Cuántas personas fueron en un traslado}
//+ about:
//+   en: "The number of people handed over in a transfer, one row for each number that sources give, with its status."
//+   es: "El número de personas entregadas en un traslado, una fila por cada cifra que dan las fuentes, con su estado."
//+ answer: {en: "Numbers of people given for {transfer}: {n}.", es: "Cifras de personas dadas para {transfer}: {n}."}
//+ ask:
//+   en:
//+     - "how many people were sent in {transfer}"
//+     - "how many (people|prisoners|persons|inmates|cartel members) were (sent|transferred|extradited|handed over) [to the united states|to the us] (in|on|during) {transfer}"
//+     - "how many (people|prisoners|persons|inmates|cartel members) (were in|were part of|were on|took part in|did|were included in) {transfer} [include|involve|comprise|have|move]"
//+     - "how many were (sent|transferred|extradited|handed over) (in|on|during) {transfer}"
//+     - "how many (people|prisoners|inmates|cartel members) did mexico (send|transfer|hand over|extradite|expel) [to the united states|to the us] (in|on|during) {transfer}"
//+     - "how (big|large) was {transfer}"
//+     - "(what was the size|what is the size|size|number of people) of {transfer}"
//+     - "number of people (in|transferred in|transferred on) {transfer}"
//+   es:
//+     - "cuántas personas fueron trasladadas en {transfer}"
//+     - "(cuántas personas|cuántos presos|cuántos reos|cuántos capos|cuántos) fueron (trasladadas|trasladados|entregadas|entregados|enviadas|enviados|extraditados) [a estados unidos] (el|en) {transfer}"
//+     - "(cuántas personas|cuántos presos|cuántos reos|cuántos) (iban|hubo|había|participaron|fueron) (en|el) {transfer}"
//+     - "(cuántas personas|cuántos presos|cuántos reos|cuántos) (se trasladaron|se entregaron|se enviaron|trasladaron|entregaron|enviaron) [a estados unidos] (el|en) {transfer}"
//+     - "a (cuántas personas|cuántos presos|cuántos reos|cuántos capos|cuántos) (trasladaron|entregaron|enviaron|extraditaron) [a estados unidos] (el|en) {transfer}"
//+     - "(a cuántas personas|cuántos presos|a cuántos presos) (trasladó|entregó|envió) méxico [a estados unidos] (el|en) {transfer}"
//+     - "(de qué tamaño fue|qué tamaño tuvo|qué tan grande fue) {transfer}"
//+     - "(tamaño|número de personas) (de|del) {transfer}"
//+ examples: [{transfer: transfer/2026-01-20}]
//+ parameters:
//+   transfer: {type: Transfer, required: true}
//+ columns: {transfer: Transfer, date: text, people: integer, status: "text[]"}
//+ order: [-people]
MATCH (t:Entity {id: $transfer})<-[:SUBJECT]-(c:Claim)
WHERE c.predicate = 'people_count' AND c.value =~ '[0-9]{1,18}'
  AND c.drawn
RETURN t.id AS transfer_id, t.name AS transfer, t.date AS date, toInteger(c.value) AS people,
       [c.status] AS status, [c.id] AS claims
