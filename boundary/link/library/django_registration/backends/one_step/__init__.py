"""Registering at once."""
