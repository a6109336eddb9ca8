"""Claims to RDF to a property graph and back; the stores; inference; export."""
