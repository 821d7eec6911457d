"""Managers. Whatever they do not define themselves is asked of the queryset that `get_queryset` gives."""

from django.db.models.query import QuerySet


class BaseManager:
    _queryset_class = QuerySet

    @classmethod
    def from_queryset(cls, queryset_class, class_name=None): ...

    def get_queryset(self): ...

    def all(self):
        return self.get_queryset().all()

    def db_manager(self, using=None, hints=None):
        return self

    def using(self, alias):
        return self.get_queryset()

    def contribute_to_class(self, cls, name): ...

    def __call__(self, *, manager): ...


class Manager(BaseManager): ...


class EmptyManager(Manager): ...
