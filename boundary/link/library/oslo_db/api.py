"""What is the database's?  What the module gives to which `DBAPI` maps a configured name, its `get_backend()` or itself."""

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
        module = importutils.import_module(name)
        self._backend = module.get_backend() if hasattr(module, "get_backend") else module

    def __getattr__(self, key):
        return getattr(self._backend, key)
