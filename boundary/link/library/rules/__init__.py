"""When is a predicate called? When a permission is asked for; the linker follows none of them by name."""


def predicate(fn=None, name=None, **options):
    def decorator(fn):
        return fn

    if fn is not None and callable(fn):
        return fn
    return decorator


def add_rule(name, pred):
    pass


def add_perm(name, pred):
    pass


def set_perm(name, pred):
    pass


def test_rule(name, *args, **kwargs):
    return __unknown__


def has_perm(name, *args, **kwargs):
    return __unknown__
