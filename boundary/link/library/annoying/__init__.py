"""Shortcuts for what is often written in Django."""
