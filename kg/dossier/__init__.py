"""The dossier of an entity: all that the graph says of it, in sections, with the evidence.

``rows`` is what is said, from both ends; ``custody`` a person's way through custody and law with its
gaps; ``dossier`` both with legal status, conflicts, sources and claims, as ``kg show --format json``
prints it; ``blocks`` the same for people.
"""

from kg.dossier.custody import COLUMNS as CUSTODY_COLUMNS
from kg.dossier.custody import GAP, custody, with_gaps
from kg.dossier.rows import COLUMNS, rows
from kg.dossier.sections import SECTIONS, relation, telling
from kg.dossier.text import blocks, chain_table, details, remark, shown
from kg.dossier.whole import dossier, presumption

__all__ = [
    "COLUMNS",
    "CUSTODY_COLUMNS",
    "GAP",
    "SECTIONS",
    "blocks",
    "chain_table",
    "custody",
    "details",
    "dossier",
    "presumption",
    "relation",
    "remark",
    "rows",
    "shown",
    "telling",
    "with_gaps",
]
