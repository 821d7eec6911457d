"""Which module is the database's?  The one that `DBAPI` maps a configured name to; what it is asked for is that module's."""

from oslo_utils import importutils


class DBAPI:
    def __init__(self, backend_name, backend_mapping=None, lazy=False, **kwargs):
        self._load(backend_mapping.get(backend_name, backend_name) if backend_mapping else backend_name)

    @classmethod
    def from_config(cls, conf, backend_mapping=None, lazy=False):
        made = cls(None)
        for name in (backend_mapping or {}).values():
            made._load(name)
        return made

    def _load(self, name):
        self._backend = importutils.import_module(name)

    def __getattr__(self, key):
        return getattr(self._backend, key)
