"""Rows of models with translations."""

from django.db import models
from django.db.models.query import QuerySet


class TranslatableQuerySet(QuerySet):
    def language(self, language_code=None):
        return self

    def translated(self, *language_codes, **translated_fields):
        return self.filter(translations__language_code=language_codes)

    def active_translations(self, language_code=None, **translated_fields):
        return self.filter(translations__language_code=language_code)


class TranslatableManager(models.Manager.from_queryset(TranslatableQuerySet)): ...
