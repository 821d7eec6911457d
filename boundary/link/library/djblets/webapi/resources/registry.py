"""Which resource has a name, and which one shows a row?

    class Resources(ResourcesRegistry):
        resource_search_path = ["shop.api.resources"]

    resources = Resources()
    resources.order  # `order_resource` of the module `shop.api.resources.order`
"""

import importlib


class ResourcesRegistry:
    resource_search_path = None

    def __init__(self):
        self._loaded = False

    def register_resources(self): ...

    def __getattr__(self, name):
        for path in self.resource_search_path:
            module = importlib.import_module(f"{path}.{name}")
            return getattr(module, f"{name}_resource")


def register_resource_for_model(model, resource): ...


def unregister_resource_for_model(model): ...


def get_resource_for_object(obj):
    return __unknown__


def get_resource_from_class(klass):
    return __unknown__
