"""Which plug-ins does a manager hold of which several have one name?"""

from stevedore.named import NamedExtensionManager


class HookManager(NamedExtensionManager):
    pass
