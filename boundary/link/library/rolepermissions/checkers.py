"""What is looked up before something is permitted?"""

from rolepermissions.permissions import _CHECKERS, available_perm_names
from rolepermissions.roles import get_user_roles


def has_role(user, roles):
    get_user_roles(user)
    return __unknown__


def has_permission(user, permission_name):
    return permission_name in available_perm_names(user) or __unknown__


def has_object_permission(checker_name, user, obj):
    get_user_roles(user)
    _CHECKERS[checker_name](__unknown__, user, obj)
    return __unknown__
