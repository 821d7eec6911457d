"""What does a class that delegates do where it has no attribute of a name?  It asks the object that it stands before."""


def delegate_to(*interfaces, context="context"):
    def decorate(cls):
        def __getattr__(self, name):
            return getattr(getattr(self, context), name)

        cls.__getattr__ = __getattr__
        return cls

    return decorate
