"""Workflows of rows."""
