"""Trees in one table."""
