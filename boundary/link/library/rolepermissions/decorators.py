"""What do the decorators ask before a view runs?"""

from functools import wraps

from django.core.exceptions import PermissionDenied
from rolepermissions.checkers import has_permission, has_role


def has_role_decorator(role, redirect_to_login=None, redirect_url=None):
    def decorator(dispatch):
        @wraps(dispatch)
        def wrapper(request, *args, **kwargs):
            if has_role(request.user, role):
                return dispatch(request, *args, **kwargs)
            raise PermissionDenied

        return wrapper

    return decorator


def has_permission_decorator(permission_name, redirect_to_login=None, redirect_url=None):
    def decorator(dispatch):
        @wraps(dispatch)
        def wrapper(request, *args, **kwargs):
            if has_permission(request.user, permission_name):
                return dispatch(request, *args, **kwargs)
            raise PermissionDenied

        return wrapper

    return decorator
