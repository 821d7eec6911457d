"""A log of changes to registered models."""
