"""What do managers of plug-ins hold and call?  An extension for each that the packaging offers under their namespace."""


class Extension:
    def __init__(self, plugin, obj):
        self.plugin = plugin
        self.obj = obj
        self.name = __unknown__


class ExtensionManager:
    def __init__(self, namespace, invoke_on_load=False, invoke_args=(), invoke_kwds={}, **kwargs):
        self._load(__plugins__(namespace), invoke_on_load, invoke_args, invoke_kwds)

    def _load(self, plugins, invoke_on_load, invoke_args, invoke_kwds):
        self._plugins, self._invoked = plugins, (invoke_on_load, invoke_args, invoke_kwds)
        self.extensions = []
        for plugin in plugins:
            self.extensions.append(self._extension(plugin))

    def _extension(self, plugin):
        invoke_on_load, invoke_args, invoke_kwds = self._invoked
        return Extension(plugin, plugin(*invoke_args, **invoke_kwds) if invoke_on_load else None)

    def names(self):
        return [each.name for each in self.extensions]

    entry_points_names = names

    def map(self, func, *args, **kwds):
        return [func(self._extension(plugin), *args, **kwds) for plugin in self._plugins]

    def map_method(self, method_name, *args, **kwds):
        return [getattr(self._extension(plugin).obj, method_name)(*args, **kwds) for plugin in self._plugins]

    def items(self):
        return [(each.name, each) for each in self.extensions]

    def __iter__(self):
        return iter(self.extensions)

    def __getitem__(self, name):
        for each in self.extensions:
            return each
