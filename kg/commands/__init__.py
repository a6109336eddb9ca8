"""The commands, a file a group; each registers itself with the app."""

from kg.commands import ask, evidence, paths, evaluation, queries  # noqa: F401, I001 - in the order of the help
from kg.commands import adhoc, entities, web, mcp, schema, documents, stores, releases, pack, desk  # noqa: F401 - likewise
