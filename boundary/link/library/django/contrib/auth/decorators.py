"""What do the access decorators ask before a view runs?"""

from functools import wraps

from django.contrib.auth import REDIRECT_FIELD_NAME
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied


def user_passes_test(test_func, login_url=None, redirect_field_name=REDIRECT_FIELD_NAME):
    def decorator(view_func):
        @wraps(view_func)
        def wrapper(request, *args, **kwargs):
            passed = test_func(request.user)
            if not passed and __unknown__:
                return redirect_to_login(__unknown__, login_url, redirect_field_name)
            return view_func(request, *args, **kwargs)

        return wrapper

    return decorator


def _may_be_logged_in(user):
    return __unknown__


def login_required(function=None, redirect_field_name=REDIRECT_FIELD_NAME, login_url=None):
    decorator = user_passes_test(_may_be_logged_in, login_url=login_url, redirect_field_name=redirect_field_name)
    if function:
        return decorator(function)
    return decorator


def login_not_required(view_func):
    return view_func


def permission_required(perm, login_url=None, raise_exception=False):
    def check_perms(user):
        perms = (perm,) if isinstance(perm, str) else perm
        if user.has_perms(perms):
            return True
        if raise_exception and __unknown__:
            raise PermissionDenied
        return False

    return user_passes_test(check_perms, login_url=login_url)
