//+ title: {en: "Husbands and wives", es: "Esposos y esposas"}
//+ about:
//+   en: "Wives and husbands, present and former, with the time where a source gives it. Each pair is there in both directions. inferred: no source says so, a rule does; accused: whether the graph records an accusation, custody, a sanction or a tie to a criminal organisation of the spouse."
//+   es: "Esposas y esposos, actuales y anteriores, con el tiempo cuando una fuente lo da. Cada par figura en ambas direcciones. inferred: ninguna fuente lo dice, lo concluye una regla; accused: si el grafo registra acusación, custodia, sanción o vínculo con una organización criminal del cónyuge."
//+ parameters:
//+   person: {type: Person, default: null}
//+   spouse: {type: Person, default: null}
//+ columns: {person: Person, spouse: Person, valid: interval, statuses: "text[]", inferred: boolean, accused: boolean}
//+ order: [person, valid, spouse]
//+ from: person
//+ to: spouse
//+ attributes: [valid, statuses]
//+ words:
//+   en:
//+     spouse: [spouse, wife, wives, husband, hubby, ex-wife, ex-husband, ex, missus, widow, better half,
//+       bride, groom, wifey, former wife, former husband, widower, married partner, significant other,
//+       spouses, life partner, wedded wife, wedded husband, married to, partner in marriage, widows]
//+     valid: [marriage, wedding, wedding date, marriage date, date of marriage, nuptials]
//+     person -> spouse: [married to, have as wife, have as husband, take as wife, take as husband,
//+       {say: [marry, wed, tie the knot, get hitched, hitched, get hitched with, get married,
//+         make a wife of, walk down the aisle with], with: {at: begin}},
//+       {say: [divorce, split up with, separate from], with: {at: end}}]
//+   es:
//+     spouse: [cónyuge, esposo, marido, mujer, señora, ruca, pareja, consorte, exesposa, exmujer, viuda,
//+       esposito, señora esposa, media naranja, compañera sentimental, ex esposo, ex esposa, ex marido,
//+       ex mujer, viudo, esposos, esposas, maridos, mujeres, cónyuges, parejas, exesposo, exmarido,
//+       viuda de, vieja, costilla]
//+     valid: [matrimonio, boda, casamiento, nupcias, fecha de la boda, fecha de matrimonio, casorio]
//+     person -> spouse: [estar casado con, tener por esposa, tener de esposa,
//+       {say: [casar, contraer matrimonio, desposar, contraer nupcias, matrimoniar,
//+         unirse en matrimonio, casarse con, juntarse con], with: {at: begin}},
//+       {say: [divorciar, separarse de], with: {at: end}}]
//+ says:
//+   en: "{person} is or was married to {spouse}[ ({valid})]"
//+   es: "{person} está o estuvo casado con {spouse}[ ({valid})]"
//+ questions:
//+   en: ["Who is the wife of El Mencho?", "Who was El Chapo married to?", "Who is married to Emma Coronel Aispuro?"]
//+   es: ["¿Quién es la esposa de Nemesio Oseguera Cervantes?", "¿Con quién se casó El Chapo?", "¿Cómo se llama la señora de El Mencho?"]
//+ examples:
//+   - {person: person/nemesio-oseguera-cervantes}
//+   - {person: person/joaquin-guzman-loera}
//+   - {spouse: person/joaquin-guzman-loera}
//+   - {person: person/nemesio-oseguera-cervantes, spouse: person/rosalinda-gonzalez-valencia}
//+   - {}
//? person: MATCH (p:Entity {id: $person})
//? spouse: MATCH (x:Entity {id: $spouse})
MATCH (p:Person)<-[r:SPOUSE_OF]-(x:Person)
WHERE ($person IS NULL OR p.id = $person) AND ($spouse IS NULL OR x.id = $spouse) AND p.id <> x.id
MATCH (x)-[q]-(p)
WHERE q.degree = r.degree AND q.kinship = r.kinship AND coalesce(q.valid, '') = coalesce(r.valid, '')
WITH p, x, r.valid AS valid, collect(q) AS ties
UNWIND ties AS tie
RETURN p.id AS person_id, p.name AS person, x.id AS spouse_id, x.name AS spouse, valid,
       tie.statuses AS statuses, all(t IN ties WHERE t.inferred) AS inferred, x:Accused AS accused, tie.claims AS claims
