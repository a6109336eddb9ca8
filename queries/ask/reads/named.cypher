// What has one of these labels and is no claim: what can be asked for by name.
MATCH (n:Entity) WHERE NOT n:Claim AND any(label IN labels(n) WHERE label IN $labels)
RETURN n.id AS id
