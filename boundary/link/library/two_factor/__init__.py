"""A second factor at login."""
