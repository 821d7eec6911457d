"""Registering of users, at once or by a link in a mail."""
