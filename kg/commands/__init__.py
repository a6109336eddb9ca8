"""The commands, a file a group; each registers itself with the app."""

from kg.commands import ask, evaluation, queries, adhoc, entities, schema, documents, stores  # noqa: F401, I001 - in the order of the help
