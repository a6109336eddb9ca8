//+ title: {en: Origin of an organisation, es: Origen de una organización}
//+ about:
//+   en: "What an organisation split from or continues, and who is said to have founded it. The status says how firmly: alleged is not proven."
//+   es: "De qué se escindió o qué continúa una organización, y quién se dice que la fundó. El estado dice con qué firmeza: alegado no es probado."
//+ answer: {en: "Origin of {organization}: {n}.", es: "Origen de {organization}: {n}."}
//+ ask:
//+   en:
//+     - "what is the origin of {organization}"
//+     - "what are the origins of {organization}"
//+     - "where (does|did|do) {organization} come from"
//+     - "how (did|was) {organization} (originate|arise|come about|begin|formed|created|founded|emerge)"
//+     - "(which|what) (organisation|organization|cartel|group) did {organization} (split from|break away from|split off from|emerge from|come from|succeed|replace)"
//+     - "what did {organization} (split from|break away from|emerge from|succeed|replace|come from)"
//+     - "(which|what) (organisation|organization|cartel|group) (is|are|was) {organization} [the|a] (successor|successors|split|splinter|offshoot|splinter group) of"
//+     - "what (is|are|was) {organization} [the|a] (successor|split|offshoot|splinter) of"
//+     - "whose successor is {organization}"
//+     - "what was {organization} formerly [called|known as]"
//+     - "[the] (origin|origins) of {organization}"
//+   es:
//+     - "cuál es el origen (de|del) {organization}"
//+     - "de dónde (viene|surge|surgió|salió|proviene) {organization}"
//+     - "cómo (surgió|nació|se formó|se creó|se originó|surgieron|nacieron) {organization}"
//+     - "de (qué|cuál) (organización|cártel|grupo) (se escindió|se separó|surgió|se desprendió|proviene|se escindieron|se separaron) {organization}"
//+     - "de (qué|cuál) (organización|cártel|grupo) (es|son) (sucesor|sucesora|sucesores|escisión|una escisión) {organization}"
//+     - "a (qué|cuál) (organización|cártel|grupo) (sucedió|reemplazó|sucede) {organization}"
//+     - "de quién (es|son) (sucesor|sucesora|escisión) {organization}"
//+     - "[el] origen (de|del) {organization}"
//+ examples: [{organization: organization/cartel-del-noreste}, {organization: organization/los-ciclones}, {organization: organization/cjng}]
//+ parameters:
//+   organization: {type: Organization, required: true}
//+ columns: {tie: text, of: Actor, status: text, valid: interval}
//+ order: [-tie, of, valid]
MATCH (o:Entity {id: $organization})-[r:SPLIT_FROM|SUCCESSOR_OF|FOUNDED_BY]->(x:Entity)
RETURN type(r) AS tie, x.id AS of_id, x.name AS of, r.status AS status, r.valid AS valid, r.claims AS claims
