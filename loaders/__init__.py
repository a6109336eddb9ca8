"""How outside material becomes claims: one file a kind of source.

A loader is a module of this package that declares

``FILE``     the name of the file that it reads, ending in ``.tsv``, ``.csv`` or ``.yaml``;
``COLUMNS``  the columns that the file must have, separated by spaces;
``load``     a function of a `loaders.draft.Draft` and the file's rows (`loaders.rows.Row`), which
             says claims into the draft;

and, where it needs what another loader's file says, ``NEEDS``, the names of those files: their
loaders run before. ``python -m loaders DIR --into knowledge`` finds the loaders, runs those whose
file is in DIR, and merges what they say into the sheets.
"""
