"""What do querysets of django-postgres-extra write?  One statement that inserts, and updates where it is told to."""

from django.db import models
from psqlextra.types import ConflictAction


class PostgresQuerySet(models.QuerySet):
    def on_conflict(self, fields, action, **kwargs):
        if action == ConflictAction.NOTHING:
            return Ignoring(self)
        return Updating(self)

    def insert(self, using=None, **fields):
        return self.create(**fields).pk

    def insert_and_get(self, using=None, **fields):
        return self.create(**fields)

    def bulk_insert(self, rows, return_model=False, using=None):
        return self.bulk_create([self.model() for each in rows])

    def upsert(self, conflict_target, fields, **kwargs):
        return self._upserted(fields).pk

    def upsert_and_get(self, conflict_target, fields, **kwargs):
        return self._upserted(fields)

    def bulk_upsert(self, conflict_target, rows, **kwargs):
        return self.bulk_create([self.model() for each in rows], update_conflicts=True)

    def _upserted(self, fields):
        (made,) = self.bulk_create([self.model()], update_conflicts=True)
        return made


class Ignoring:
    def __init__(self, queryset):
        self.queryset = queryset

    def insert(self, using=None, **fields):
        return self.queryset.bulk_create([self.queryset.model()], ignore_conflicts=True)

    def insert_and_get(self, using=None, **fields):
        (made,) = self.insert()
        return made

    def bulk_insert(self, rows, return_model=False, using=None):
        return self.insert()


class Updating(Ignoring):
    def insert(self, using=None, **fields):
        return self.queryset.bulk_create([self.queryset.model()], update_conflicts=True)
