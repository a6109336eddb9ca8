"""What one load brings, and how a store comes to hold it."""
