"""Which plug-ins does a manager hold that was given names?"""

from stevedore.extension import ExtensionManager


class NamedExtensionManager(ExtensionManager):
    def __init__(self, namespace, names, invoke_on_load=False, invoke_args=(), invoke_kwds={}, *args, **kwargs):
        self._load(__plugins__(namespace, names), invoke_on_load, invoke_args, invoke_kwds)
