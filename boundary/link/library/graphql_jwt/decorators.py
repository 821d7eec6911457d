"""What is looked up before a resolver runs?"""

from functools import wraps

from django.contrib.auth import authenticate
from graphql_jwt.signals import token_issued


def _user():
    from graphene_django.context import Info

    return __instance__(Info).context.user


def user_passes_test(test_func, exc=None):
    def decorator(f):
        @wraps(f)
        def wrapper(*args, **kwargs):
            if test_func(_user()):
                return f(*args, **kwargs)
            raise PermissionError

        return wrapper

    return decorator


login_required = user_passes_test(lambda user: user.is_authenticated)
staff_member_required = user_passes_test(lambda user: user.is_staff)
superuser_required = user_passes_test(lambda user: user.is_superuser)


def permission_required(perm):
    return user_passes_test(lambda user: user.has_perms(perm))


def token_auth(f):
    @wraps(f)
    def wrapper(cls, root, info, password, **kwargs):
        user = authenticate(request=info.context, password=password)
        if user is None:
            raise PermissionError
        info.context.user = user
        result = f(cls, root, info, **kwargs)
        token_issued.send(sender=cls, request=info.context, user=user)
        return result

    return wrapper
