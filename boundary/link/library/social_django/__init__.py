"""Logins through other sites."""
