"""How outside material becomes claims: one file a kind of source."""
