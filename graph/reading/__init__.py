"""Files of RDF, read whole or refused by name and place."""
