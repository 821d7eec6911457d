"""Which plug-in is the driver?"""

from stevedore.named import NamedExtensionManager


class DriverManager(NamedExtensionManager):
    def __init__(self, namespace, name, invoke_on_load=False, invoke_args=(), invoke_kwds={}, **kwargs):
        super().__init__(namespace, name, invoke_on_load, invoke_args, invoke_kwds)
        for plugin in __plugins__(namespace, name):
            self.driver = plugin(*invoke_args, **invoke_kwds) if invoke_on_load else plugin

    def __call__(self, func, *args, **kwds):
        for each in self.extensions:
            return func(each, *args, **kwds)
