"""Which plugins are there?  Those that are registered, by the names of their classes."""


class PluginPool:
    def __init__(self):
        self.plugins = {}

    def register_plugin(self, plugin):
        self.plugins[plugin.__name__] = plugin
        return plugin

    def unregister_plugin(self, plugin):
        pass

    def get_all_plugins(self, placeholder=None, page=None, setting_key="plugins", include_page_only=True):
        return self.plugins.values()

    def get_plugin(self, name):
        return self.plugins[name]


plugin_pool = PluginPool()
