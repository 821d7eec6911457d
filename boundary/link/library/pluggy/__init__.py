"""What do plugins of pluggy implement?  Markers, and the hooks through which a manager calls what they have marked."""


class HookspecMarker:
    def __init__(self, project_name): ...

    def __call__(self, function=None, firstresult=False, historic=False, warn_on_impl=None, **options): ...


class HookimplMarker:
    def __init__(self, project_name): ...

    def __call__(self, function=None, hookwrapper=False, optionalhook=False, tryfirst=False, trylast=False, specname=None,
                 wrapper=False, **options): ...


class HookRelay:
    """Every attribute is a hook."""


class PluginManager:
    def __init__(self, project_name):
        self.project_name = project_name

    @property
    def hook(self):
        return HookRelay()

    def register(self, plugin, name=None):
        return name

    def unregister(self, plugin=None, name=None):
        return plugin

    def add_hookspecs(self, module_or_class):
        pass

    def load_setuptools_entrypoints(self, group, name=None):
        return 0

    def list_name_plugin(self):
        return [(__unknown__, __unknown__)]

    def list_plugin_distinfo(self):
        return [(__unknown__, __unknown__)]

    def get_plugins(self):
        return {__unknown__}

    def get_plugin(self, name):
        return __unknown__

    get_name = get_canonical_name = has_plugin = is_registered = is_blocked = set_blocked = unblock = get_plugin
    get_hookcallers = get_plugin

    def check_pending(self):
        pass

    def subset_hook_caller(self, name, remove_plugins):
        return getattr(self.hook, name)


class PluginValidationError(Exception):
    pass
