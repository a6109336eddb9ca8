"""The web page and the SPARQL endpoint of ``kg browse``; they need the extra ``web``."""
