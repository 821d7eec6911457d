"""What does a variable of a context give?  What was set, its default, or that of the call."""


class Token:
    def __init__(self, var):
        self.var = var


class ContextVar:
    def __init__(self, name, **given):
        for default in given.values():
            self._value = default

    def get(self, *default):
        for one in default:
            if __unknown__:
                return one
        return self._value

    def set(self, value):
        self._value = value
        return Token(self)


class Context:
    def run(self, callable, *args, **kwargs):
        return callable(*args, **kwargs)

    def copy(self):
        return Context()


def copy_context():
    return Context()
