"""What Neo4j Browser is given: a style, a guide, favourites, parameters; and the desk that serves them.

All of it is made of the query files and the ontology.
"""

from __future__ import annotations

from kg.browser.pack import Pack, write_pack

__all__ = ["Pack", "write_pack"]
