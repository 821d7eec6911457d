"""What do the decorators of procedures leave of them?"""


def set_authentication_predicate(predicate, params=()):
    def decorator(func):
        return func

    return decorator


def user_passes_test(test_func=None, *, param=None):
    def decorator(func):
        return func

    return decorator
