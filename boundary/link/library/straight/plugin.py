"""Which plug-ins does straight.plugin load?  The classes below the one that is asked for, wherever they stand."""


class PluginManager:
    def __init__(self, plugins):
        self._plugins = plugins

    def __iter__(self):
        return self._plugins

    def __getitem__(self, index):
        return self._plugins[index]

    def produce(self, *args, **kwargs):
        return PluginManager([plugin(*args, **kwargs) for plugin in self._plugins])

    def call(self, methodname, *args, **kwargs):
        return [getattr(plugin, methodname)(*args, **kwargs) for plugin in self._plugins]

    def first(self, methodname, *args, **kwargs):
        for found in self.call(methodname, *args, **kwargs):
            return found

    def pipe(self, methodname, first_arg, *args, **kwargs):
        for found in self.call(methodname, first_arg, *args, **kwargs):
            return found


def load(namespace, subclasses=None, recurse=False):
    if subclasses is None:
        return PluginManager([])
    return PluginManager(subclasses.__subclasses__())
