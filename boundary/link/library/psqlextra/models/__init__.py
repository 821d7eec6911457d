"""Which classes do models extend that use it?"""

from django.db import models
from psqlextra.manager import PostgresManager


class PostgresModel(models.Model):
    objects = PostgresManager()

    class Meta:
        abstract = True


class PostgresPartitionedModel(PostgresModel):
    class Meta:
        abstract = True


class PostgresViewModel(models.Model):
    class Meta:
        abstract = True


class PostgresMaterializedViewModel(models.Model):
    class Meta:
        abstract = True

    @classmethod
    def refresh(cls, concurrently=False, using=None): ...
