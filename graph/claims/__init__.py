"""From claim sheets to RDF: dates, sheets, quads, inference, checks."""
