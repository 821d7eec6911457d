"""Tasks in a table, before they had a package of their own."""

from django_tasks.backends.database.backend import DatabaseBackend
