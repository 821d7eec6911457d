"""What is registered with a class, to be asked of its objects?  Functions and classes that are handed the object.

`Order.views("main")` decorates a class or function; `order.views.main()` calls it with the order. The registries of
each model are kept apart by `frameworks/coaster_registries.py`.
"""

from functools import partial


class Registry:
    def __init__(self, *, kwarg=None, property=False, cached_property=False):
        self.kwarg = kwarg
        self.shows = property or cached_property

    def __call__(self, name=None, *, kwarg=None, property=False, cached_property=False):
        def decorator(function):
            shown = property or cached_property
            setattr(self, name or function.__name__, (function, kwarg, shown))
            return function

        return decorator

    def __get__(self, obj, cls=None):
        return self if obj is None else InstanceRegistry(self, obj)


class InstanceRegistry:
    def __init__(self, registry, obj):
        self.registry = registry
        self.obj = obj

    def __getattr__(self, name):
        function, kwarg, shown = getattr(self.registry, name)
        if shown:
            return function(self.obj)
        if kwarg:
            return partial(function, **{kwarg: self.obj})
        return partial(function, self.obj)


class RegistryMixin:
    pass
