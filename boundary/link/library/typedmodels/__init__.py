"""Models of several classes in one table."""
