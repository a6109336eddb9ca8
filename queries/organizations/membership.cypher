//+ title: {en: Members of organisations, es: Miembros de organizaciones}
//+ about:
//+   en: "Who is said to belong to an organisation, or to lead it, or to belong to or lead a part of it: then `through` is that part. `direct` leaves out who belongs through a part. The status says how firmly: alleged is not proven."
//+   es: "Quién se dice que pertenece a una organización o la dirige, o pertenece a una parte de ella o la dirige: entonces `through` es esa parte. `direct` deja fuera a quien pertenece por medio de una parte. El estado dice con qué firmeza: alegado no es probado."
//+ parameters:
//+   organization: {type: Organization, default: null}
//+   member: {type: Actor, default: null}
//+   through: {type: Organization, default: null, about: the part through which}
//+   direct: {type: boolean, default: false, about: leave out membership through a part}
//+   period: {type: interval, default: null, about: "a source dates the membership, and it meets this time"}
//+ columns: {member: Actor, organization: Organization, tie: text, through: Organization, status: text, valid: interval}
//+ order: [member, organization, through, tie, valid]
//+ from: organization
//+ to: member
//+ attributes: [through, status]
//+ words:
//+   en:
//+     member: [member, affiliate, operative, henchman, soldier, foot soldier, gang member, associates,
//+       operator, gunman, gunmen, hit man, hitmen, footsoldier, henchmen, sicario, sicarios, recruit,
//+       members, operatives, people in the cartel, associate, hired gun, hired guns, enforcer,
//+       enforcers, cartel operative, cartel operatives, cartel members, gang members, cartel man,
//+       footsoldiers, lookout, cartel people, adherents, thugs of]
//+     organization: [affiliation, cartel affiliation, gang affiliation, group membership, membership,
//+       allegiance, cartel membership, cartel ties, group affiliation, which cartel is he in]
//+     member -> organization: [belong, member of, part of, work with, run with, join, associate,
//+       come from, operate for, fight for, hang with, run drugs for, roll with, work for, pertain,
//+       form part, pledge allegiance, enrol, on the payroll of, loyal to, traffic for, smuggle for,
//+       launder for, fight alongside, move drugs for, run cells for, in the ranks of, serve in,
//+       listed for, listed under,
//+       said to belong, reported to belong, believed to belong, thought to belong, alleged to belong,
//+       said to be part of, said to be a member of, reported to be a member of]
//+   es:
//+     member: [miembro, integrante, afiliado, sicario, pistolero, gatillero, militante, operador,
//+       achichincle, esbirro, secuaz, sicarios, pistoleros, miembros, integrantes, gente del cártel,
//+       pistoleros del cártel, halcón, halcones, sicariato, elementos, pertenecientes,
//+       integrante del cártel, operadores]
//+     organization: [afiliación, filiación, adscripción, membresía, pertenencia, afiliaciones,
//+       filiaciones, cártel de pertenencia, cártel al que pertenecía]
//+     member -> organization: [pertenecer, ser miembro, formar parte, es parte, son parte,
//+       era parte, eran parte, integrar, militar, andar con, jalar con, trabajar con, operar para, andar en, chambear para, chambear con, chambear,
//+       militar en, vincular, ligar, relacionar, adscribir, unirse, ingresar, hacer parte,
//+       traficar para, mover para, lavar dinero para, señalado como parte, señalado como integrante,
//+       señalado como miembro, formar en, andar metido en, trabajar pa,
//+       chambear pa]
//+ says:
//+   en: "{member} is said to belong to {organization}[ through {through}] ({status})"
//+   es: "Se dice que {member} pertenece a {organization}[ por medio de {through}] ({status})"
//+ questions:
//+   en: ["Who belongs to Los Zetas?", "Which organisation does Ricardo González Sauceda belong to?", "Is Kevin Gil Acosta a member of the Sinaloa Cartel?"]
//+   es: ["¿Quiénes son los integrantes del Cártel del Noreste?", "¿A qué organización pertenece Jair Francisco Patrón Tobías?", "¿La Tuta era miembro de La Familia Michoacana?"]
//+ examples:
//+   - {organization: organization/los-zetas, direct: true}
//+   - {organization: organization/cjng}
//+   - {organization: organization/sinaloa-cartel}
//+   - {member: person/ricardo-gonzalez-sauceda}
//+   - {member: person/kevin-gil-acosta, organization: organization/sinaloa-cartel}
//+   - {through: organization/los-chapitos}
//+   - {organization: organization/republican-party, period: "2018"}
//+   - {}
//? member: MATCH (m:Entity {id: $member})
//? organization: MATCH (o:Entity {id: $organization})
//? through: MATCH (o:Entity {id: $through})
MATCH (m:Actor)-[r:MEMBER_OF|LEADS]->(o:Organization)
WHERE $through IS NULL AND ($member IS NULL OR m.id = $member) AND ($organization IS NULL OR o.id = $organization)
  AND ($period_to IS NULL OR (r.valid IS NOT NULL AND (r.valid_from IS NULL OR r.valid_from <= $period_to)))
  AND ($period_from IS NULL OR (r.valid IS NOT NULL AND (r.valid_to IS NULL OR r.valid_to >= $period_from)))
RETURN m.id AS member_id, m.name AS member, o.id AS organization_id, o.name AS organization, type(r) AS tie,
       null AS through_id, null AS through, r.status AS status, r.valid AS valid, r.claims AS claims
UNION ALL
//? member: MATCH (:Entity {id: $member})-[:MEMBER_OF|LEADS]->(f:Entity) WITH DISTINCT f
//? organization: MATCH (o:Entity {id: $organization})
//? through: MATCH (f:Entity {id: $through})
MATCH (f:Organization)-[s:PART_OF]->(o:Organization)
WHERE NOT $direct AND f.id <> o.id AND ($organization IS NULL OR o.id = $organization) AND ($through IS NULL OR f.id = $through)
MATCH (m:Actor)-[r:MEMBER_OF|LEADS]->(f)
WHERE ($member IS NULL OR m.id = $member)
  AND ($period_to IS NULL OR (r.valid IS NOT NULL AND (r.valid_from IS NULL OR r.valid_from <= $period_to)))
  AND ($period_from IS NULL OR (r.valid IS NOT NULL AND (r.valid_to IS NULL OR r.valid_to >= $period_from)))
RETURN m.id AS member_id, m.name AS member, o.id AS organization_id, o.name AS organization, type(r) AS tie,
       f.id AS through_id, f.name AS through, r.status AS status, r.valid AS valid, s.claims + r.claims AS claims
