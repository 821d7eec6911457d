"""What is a container?  A class whose attributes are providers; an object of it has the same."""


class DeclarativeContainer:
    def __init__(self, **overriding):
        pass

    def wire(self, modules=None, packages=None, from_package=None):
        pass

    def init_resources(self):
        pass

    def shutdown_resources(self):
        pass


class DynamicContainer(DeclarativeContainer):
    pass


class WiringConfiguration:
    def __init__(self, modules=None, packages=None, from_package=None, auto_wire=True):
        pass


def copy(base):
    return lambda container: container
