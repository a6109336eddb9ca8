"""Nothing: the sheets beside this file are data."""
