"""Which class does the configuration name?  One that the packaging offers, or any by its dotted name."""

from oslo_utils import importutils
from stevedore import enabled


def load_class_by_alias_or_classname(namespace, name):
    if __unknown__:
        return importutils.import_class(name)
    for plugin in __plugins__(namespace, name):
        return plugin


class NamespacedPlugins:
    def __init__(self, namespace):
        self.namespace = namespace
        self._manager = enabled.EnabledExtensionManager(namespace, lambda each: True)

    def get_plugin_class(self, plugin_name):
        for plugin in __plugins__(self.namespace, plugin_name):
            return plugin

    def new_plugin_instance(self, plugin_name, *args, **kwargs):
        return self.get_plugin_class(plugin_name)(*args, **kwargs)

    @property
    def loaded_plugin_names(self):
        return []


def synchronized(name, *args, **kwargs):
    return lambda function: function
