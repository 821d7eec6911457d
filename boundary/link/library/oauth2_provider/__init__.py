"""Logins of other applications by OAuth 2 (django-oauth-toolkit)."""
