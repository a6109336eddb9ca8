"""Quads to rows of a property graph, and back."""
