"""Permissions on single objects for APIs."""
