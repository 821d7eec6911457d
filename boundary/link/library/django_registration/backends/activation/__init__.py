"""Registering by a link."""
