"""What gives the stores of a thread?  Each joins the transaction of the `transaction` package."""

from storm.store import Store
from storm.zope.interfaces import IZStorm
from zope.interface import implementer


@implementer(IZStorm)
class ZStorm:
    def create(self, name, uri=None):
        return Store(None)

    def get(self, name, default_uri=None):
        return Store(None)

    def remove(self, store): ...

    def set_default_uri(self, name, default_uri): ...


global_zstorm = ZStorm()
