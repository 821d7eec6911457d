"""Logins, passwords and sign-ups of dj-rest-auth."""
