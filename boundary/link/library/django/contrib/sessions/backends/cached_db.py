"""What do sessions kept in a table behind a cache do? To the table, the same."""

from django.contrib.sessions.backends.db import SessionStore as DBStore


class SessionStore(DBStore):
    cache_key_prefix = "django.contrib.sessions.cached_db"
