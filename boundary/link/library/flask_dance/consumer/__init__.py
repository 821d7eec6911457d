"""Logins by other sites, whose tokens may be kept in a table."""
