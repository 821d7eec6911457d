"""What makes the querysets of a model?"""

from django.db import models
from psqlextra.query import PostgresQuerySet


class PostgresManager(models.Manager.from_queryset(PostgresQuerySet)):
    def truncate(self, cascade=False, using=None):
        self.all()._raw_delete(using)
