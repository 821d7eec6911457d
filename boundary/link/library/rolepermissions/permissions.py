"""Who says what is permitted? A function that is registered under a name, and the permissions that a user has."""

from rolepermissions.roles import get_or_create_permission, get_user_roles

_CHECKERS = {}


class PermissionsManager:
    @classmethod
    def register_checker(cls, name, function):
        _CHECKERS[name] = function

    @classmethod
    def get_checkers(cls):
        return _CHECKERS

    @classmethod
    def retrieve_checker(cls, checker_name):
        return _CHECKERS[checker_name]


def register_object_checker(name=None):
    def decorator(func):
        checker_name = name if name else func.__name__
        _CHECKERS[checker_name] = func
        return func

    return decorator


def get_permission(permission_name):
    permission, _ = get_or_create_permission(permission_name)
    return permission


def available_perm_status(user):
    get_user_roles(user)
    return dict.fromkeys(user.user_permissions.values_list("codename", flat=True), __unknown__)


def available_perm_names(user):
    get_user_roles(user)
    return [permission.codename for permission in user.user_permissions.all()]


def grant_permission(user, permission_name):
    get_user_roles(user)
    user.user_permissions.add(get_permission(permission_name))


def revoke_permission(user, permission_name):
    get_user_roles(user)
    user.user_permissions.remove(get_permission(permission_name))
