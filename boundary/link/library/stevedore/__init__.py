"""Which names does `stevedore` offer?"""

from stevedore.driver import DriverManager
from stevedore.enabled import EnabledExtensionManager
from stevedore.extension import ExtensionManager
from stevedore.hook import HookManager
from stevedore.named import NamedExtensionManager
