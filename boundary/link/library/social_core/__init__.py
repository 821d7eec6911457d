"""Logins through other sites, whatever the framework."""
