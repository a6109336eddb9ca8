"""The store that needs nothing else installed."""
