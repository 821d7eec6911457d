"""What does a provider give that is called?  What it was told to call, with what the providers among its arguments give.

One that gives the same object each time (`Singleton`) is not told from one that makes a new one.
"""


def _given(value):
    return value() if isinstance(value, Provider) else value


class Provider:
    def __init__(self, provides=None, *args, **kwargs):
        self.provides = provides
        self.args = args
        self.kwargs = kwargs

    def __call__(self, *args, **kwargs):
        given = [_given(one) for one in self.args]
        named = {name: _given(one) for name, one in self.kwargs.items()}
        return self.provides(*given, *args, **{**named, **kwargs})

    @property
    def provided(self):
        return self()

    @property
    def provider(self):
        return self.__call__

    def override(self, provider):
        pass

    def reset(self):
        pass


class Factory(Provider):
    pass


class Callable(Provider):
    pass


class Resource(Provider):
    def __call__(self):
        made = super().__call__()
        for one in made:
            return one
        return made


class Object(Provider):
    def __call__(self):
        return self.provides


class Dependency(Provider):
    def __init__(self, instance_of=object, default=None):
        self.instance_of = instance_of
        self.default = default

    def __call__(self):
        return _given(self.default) or __instance__(self.instance_of)


class Container(Provider):
    def __call__(self):
        return self.provides(**self.kwargs)

    def __getattr__(self, name):
        return getattr(self.provides, name)


class List(Provider):
    def __init__(self, *args):
        self.args = args

    def __call__(self):
        return [_given(one) for one in self.args]


class Dict(Provider):
    def __init__(self, dict_=None, **kwargs):
        self.kwargs = kwargs

    def __call__(self):
        return {name: _given(one) for name, one in self.kwargs.items()}


class Selector(Provider):
    def __init__(self, selector=None, **kwargs):
        self.kwargs = kwargs

    def __call__(self):
        for one in self.kwargs.values():
            return one()


Singleton = ThreadSafeSingleton = ThreadLocalSingleton = ContextLocalSingleton = AbstractSingleton = Factory
AbstractFactory = DelegatedFactory = Coroutine = Factory
