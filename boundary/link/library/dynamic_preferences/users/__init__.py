"""Preferences of users."""
