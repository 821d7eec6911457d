"""Trees as nested sets."""
