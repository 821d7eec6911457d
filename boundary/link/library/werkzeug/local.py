"""What does a proxy stand for?  What its function gives: the proxy is taken for that object itself."""


class Local:
    pass


class LocalStack:
    @property
    def top(self):
        return __unknown__


def LocalProxy(local, name=None, *, unbound_message=None):
    if callable(local):
        return local() or __unknown__  # who asks the proxy asks later than this
    return getattr(local, name)
