// Some things by id, with their names, labels and days, and how much is said of each.
UNWIND $ids AS wanted MATCH (n:Entity {id: wanted})
RETURN n.id AS id, n.name AS name, n.name_es AS name_es, n.names AS names,
       n.hidden_label AS hidden, labels(n) AS labels, n.date_from AS first, n.date_to AS last,
       COUNT { (n)--() } AS said
