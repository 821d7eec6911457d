"""Trees that are read with recursive queries."""
