"""Tasks of Django in a table."""

from django_tasks_db.backend import DatabaseBackend
