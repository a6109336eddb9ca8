"""The graph for assistants by the Model Context Protocol: a few tools that only read."""
