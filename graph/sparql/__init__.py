"""SPARQL over the same graph."""
