//+ title: {en: Organisations by people handed over, es: Organizaciones por personas entregadas}
//+ about:
//+   en: "Criminal organisations ranked by how many of the people handed over are said to belong to them, in one transfer or in all. Each membership counts for the organisation that the sources name, not for the one that it is part of; the status says how firmly."
//+   es: "Organizaciones criminales ordenadas por cuántas de las personas entregadas se dice que pertenecen a ellas, en un traslado o en todos. Cada pertenencia cuenta para la organización que nombran las fuentes, no para aquella de la que forma parte; el estado dice con qué firmeza."
//+ answer: {en: "Organisations by people handed over, most first: {n}.", es: "Organizaciones por personas entregadas, de más a menos: {n}."}
//+ ask:
//+   en:
//+     - "which cartel had the most people in {transfer}"
//+     - "(which|what) (cartel|organisation|organization|group|criminal group) had the most (people|members|prisoners) [transferred] (in|on) {transfer}"
//+     - "(which|what) (cartel|organisation|organization|group) (was|is) (most represented|the most represented|best represented) (in|on) {transfer}"
//+     - "(which|what) (cartel|organisation|organization|group) (had|has had|has) the most (people|members) (transferred|handed over) [to the united states]"
//+     - "(which|what) (cartel|organisation|organization|group) (lost|sent) the most (people|members) (in|on) {transfer}"
//+     - "(which|what) (cartels|organisations|organizations|groups) (were|are) (represented in|in|part of|involved in|affected by) {transfer}"
//+     - "(which|what) (cartels|organisations|organizations|groups) did (the people|the prisoners|those) (transferred|sent|handed over) (on|in) {transfer} belong to"
//+     - "(which|what) (cartels|organisations|organizations|groups) did (the people|the prisoners|those) (transferred|sent|handed over) belong to"
//+     - "how many (people|members|prisoners) (of|from) each (cartel|organisation|organization|group) were (transferred|sent|handed over)"
//+     - "how many (people|members|prisoners) (of|from) each (cartel|organisation|organization|group) were (transferred|sent|handed over) (in|on) {transfer}"
//+     - "how many (people|members|prisoners) (of|from) {organization} were (transferred|sent|handed over|extradited) (in|on) {transfer}"
//+     - "how many (people|members|prisoners) (of|from) {organization} (were|have been) (transferred|sent|handed over|extradited)"
//+     - "how many (people|members) (of|from) {organization} (were|have been) (transferred|sent|handed over) to (the united states|the us)"
//+     - "how many {organization} (members|people|leaders) (were|have been) (transferred|sent|handed over|extradited) [to the united states|to the us]"
//+     - "how many {organization} (members|people|leaders) were (transferred|sent|handed over|extradited) (on|in) {transfer}"
//+     - "(rank|list) the (cartels|organisations|organizations|groups) by (people|members) transferred"
//+     - "(rank|list) the (cartels|organisations|organizations|groups) by (people|members) transferred (in|on) {transfer}"
//+   es:
//+     - "qué cártel tuvo más personas en {transfer}"
//+     - "(qué|cuál) (cártel|organización|grupo) (tuvo|tenía|tiene) más (personas|miembros|integrantes|presos|trasladados) (en|el) {transfer}"
//+     - "(qué|cuál) (cártel|organización|grupo) (tuvo|tiene|ha tenido) más (personas trasladadas|miembros trasladados|integrantes trasladados|trasladados)"
//+     - "(qué|cuál) (cártel|organización|grupo) (tuvo|tiene) más (personas trasladadas|miembros trasladados|integrantes trasladados|trasladados) (en|el) {transfer}"
//+     - "de (qué|cuál) (cártel|organización|grupo) (eran|fueron|son) más (personas|trasladados|presos) (en|de|del) {transfer}"
//+     - "a qué (cárteles|organizaciones|grupos) (pertenecían|pertenecen) (los trasladados|las personas trasladadas|los presos trasladados)"
//+     - "a qué (cárteles|organizaciones|grupos) (pertenecían|pertenecen) (los trasladados|las personas trasladadas|los presos trasladados) (el|en) {transfer}"
//+     - "(qué|cuáles) (cárteles|organizaciones|grupos) (había|estaban|están representados) en {transfer}"
//+     - "(cuántas personas|cuántos miembros|cuántos integrantes|cuántos) de cada (cártel|organización|grupo) fueron (trasladadas|trasladados|entregados)"
//+     - "(cuántas personas|cuántos miembros|cuántos integrantes|cuántos) de cada (cártel|organización|grupo) fueron (trasladadas|trasladados|entregados) (el|en) {transfer}"
//+     - "(cuántas personas|cuántos miembros|cuántos integrantes|cuántos) (de|del) {organization} fueron (trasladadas|trasladados|entregados|extraditados) (el|en) {transfer}"
//+     - "(cuántas personas|cuántos miembros|cuántos integrantes|cuántos) (de|del) {organization} (fueron|han sido) (trasladadas|trasladados|entregados|extraditados) [a estados unidos]"
//+     - "(ordena|lista) (los cárteles|las organizaciones|los grupos) por (personas trasladadas|trasladados) [en {transfer}]"
//+ examples: [{transfer: transfer/2025-02-27}, {organization: organization/los-zetas}, {}]
//+ parameters:
//+   transfer: {type: Transfer, default: null}
//+   organization: {type: CriminalOrganization, default: null}
//+ columns: {organization: CriminalOrganization, people: integer, members: "Person[]", status: "text[]"}
//+ order: [-people, organization]
MATCH (t:Transfer)<-[r:TRANSFERRED_IN]-(p:Entity)-[m:MEMBER_OF]->(g:CriminalOrganization)
WHERE ($transfer IS NULL OR t.id = $transfer) AND ($organization IS NULL OR g.id = $organization)
WITH g, count(DISTINCT p.id) AS people,
     collect({key: p.id, name: p.name, status: m.statuses, claims: m.claims + r.claims}) AS found
UNWIND found AS one
RETURN g.id AS organization_id, g.name AS organization, people, [one.name] AS members, [one.key] AS members_id,
       one.status AS status, one.claims AS claims
