"""Which rows does a manager with scopes give? Those of the scope: its query joins the way there."""

from contextlib import contextmanager

from django.db.models.manager import Manager


def ScopedManager(_manager_class=Manager, **scopes):
    class Scoped(_manager_class):
        def get_queryset(self):
            return super().get_queryset().filter(*[f"{path}__pk" for path in dict(**scopes).values()])

    return Scoped()


@contextmanager
def scope(**values):
    yield


@contextmanager
def scopes_disabled():
    yield


def get_scope():
    return {**__unknown__}


def scope_allowed(model):
    return __unknown__
