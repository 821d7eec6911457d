"""Which plug-ins does a manager hold that asks for each?"""

from stevedore.extension import ExtensionManager


class EnabledExtensionManager(ExtensionManager):
    def __init__(self, namespace, check_func, invoke_on_load=False, invoke_args=(), invoke_kwds={}, **kwargs):
        self._load(__plugins__(namespace), invoke_on_load, invoke_args, invoke_kwds)
        for each in self.extensions:
            check_func(each)
