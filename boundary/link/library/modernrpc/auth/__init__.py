"""What do the decorators of procedures leave of them?  The function, behind a predicate that is asked first."""

from functools import wraps


def set_authentication_predicate(predicate, params=()):
    def decorator(func):
        @wraps(func)
        def called(*args, **kwargs):
            predicate(kwargs["request"], *params)
            return func(*args, **kwargs)

        return called

    return decorator


def user_passes_test(test_func=None, *, param=None):
    def decorator(func):
        @wraps(func)
        def called(*args, **kwargs):
            test_func(kwargs["request"].user)
            return func(*args, **kwargs)

        return called

    return decorator


def user_has_perm(user, perm):
    return user.has_perm(perm)


def user_has_all_perms(user, perms):
    return user.has_perms(perms)


user_has_any_perm = user_has_all_perms


def user_in_group(user, group):
    return user.groups.exists()


user_in_any_group = user_in_all_groups = user_in_group
