"""Which plugins are in a placeholder?"""

from cms.plugin_pool import plugin_pool


def get_plugin_class(plugin_type):
    return plugin_pool.get_plugin(plugin_type)


def get_plugin_model(plugin_type):
    return get_plugin_class(plugin_type).model


def get_plugins(request, placeholder, template=None, lang=None):
    return [plugin.get_bound_plugin() for plugin in placeholder.get_plugins(lang)]


def copy_plugins_to_placeholder(plugins, placeholder, language=None, root_plugin=None):
    return [plugin.copy_plugin(placeholder, language, {}) for plugin in plugins]
