"""Whether two datasets are the same."""
