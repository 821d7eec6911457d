"""What does a proxy stand for?  What its function gives: the proxy is taken for that object itself."""

from contextvars import ContextVar
from threading import local


class Local(local):
    pass


class LocalStack:
    @property
    def top(self):
        return __unknown__


class Proxied:
    def __init__(self, local): ...


def LocalProxy(local, name=None, *, unbound_message=None):
    if isinstance(local, ContextVar):
        return local.get()
    if callable(local):
        return local() or Proxied(local)  # who asks the proxy asks later than this
    return getattr(local, name)
