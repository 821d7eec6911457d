"""What is written when a user is given a role, or loses it?

A role is a group of the same name; what it permits is kept for each of its users. Which class a group stands for is
said by its name, so any may be meant.
"""

import inspect

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType


class RolesManager:
    @classmethod
    def retrieve_role(cls, role_name):
        return __unknown__

    @classmethod
    def get_roles_names(cls):
        return __unknown__

    @classmethod
    def get_roles(cls):
        return __unknown__


class AbstractUserRole:
    available_permissions = None

    @classmethod
    def get_name(cls):
        return __unknown__

    @classmethod
    def assign_role_to_user(cls, user):
        group, _ = cls.get_or_create_group()
        user.groups.add(group)
        if cls.available_permissions is not None:
            user.user_permissions.add(*cls.get_default_true_permissions())
        return group

    @classmethod
    def remove_role_from_user(cls, user):
        group, _ = cls.get_or_create_group()
        lost = cls._held_by(user)
        user.groups.remove(group)
        cls._held_by(user)
        user.user_permissions.remove(*lost)
        return group

    @classmethod
    def _held_by(cls, user):
        bool(user.user_permissions.values_list("codename", flat=True))
        get_user_roles(user)
        return cls.get_default_true_permissions()

    @classmethod
    def permission_names_list(cls):
        return __unknown__

    @classmethod
    def get_all_permissions(cls):
        return cls.get_default_true_permissions()

    @classmethod
    def get_default_true_permissions(cls):
        if cls.available_permissions is not None:
            return cls.get_or_create_permissions(cls.available_permissions)
        return []

    @classmethod
    def get_or_create_permissions(cls, permission_names):
        kind = ContentType.objects.get_for_model(get_user_model())
        found = list(Permission.objects.filter(content_type=kind, codename__in=permission_names))
        for name in permission_names:
            permission, _ = get_or_create_permission(name)
            found.append(permission)
        return found

    @classmethod
    def get_default(cls, permission_name):
        return __unknown__

    @classmethod
    def get_or_create_group(cls):
        return Group.objects.get_or_create(name=cls.get_name())


def get_or_create_permission(codename, name=None):
    kind = ContentType.objects.get_for_model(get_user_model())
    return Permission.objects.get_or_create(content_type=kind, codename=codename, defaults={"name": name})


def retrieve_role(role_name):
    return __unknown__


def get_user_roles(user):
    if user:
        list(user.groups.all())
    return __unknown__


def assign_role(user, role):
    if not inspect.isclass(role):
        AbstractUserRole.assign_role_to_user(user)
        return __unknown__
    role.assign_role_to_user(user)
    return role


def remove_role(user, role):
    if not inspect.isclass(role):
        AbstractUserRole.remove_role_from_user(user)
        return __unknown__
    role.remove_role_from_user(user)
    return role


def clear_roles(user):
    get_user_roles(user)
    AbstractUserRole.remove_role_from_user(user)
    return __unknown__
