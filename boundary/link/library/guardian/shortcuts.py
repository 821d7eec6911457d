"""What do the shortcuts read and write?"""

from django.contrib.auth.models import Group, Permission
from guardian.core import ObjectPermissionChecker
from guardian.utils import get_group_obj_perms_model, get_user_obj_perms_model


def assign_perm(perm, user_or_group, obj=None):
    if obj is None:
        permission = Permission.objects.get(codename=perm)
        if isinstance(user_or_group, Group):
            user_or_group.permissions.add(permission)
        else:
            user_or_group.user_permissions.add(permission)
        return permission
    if isinstance(user_or_group, Group):
        return get_group_obj_perms_model(obj).objects.assign_perm(perm, user_or_group, obj)
    return get_user_obj_perms_model(obj).objects.assign_perm(perm, user_or_group, obj)


def assign(perm, user_or_group, obj=None):
    return assign_perm(perm, user_or_group, obj)


def remove_perm(perm, user_or_group=None, obj=None):
    if obj is None:
        permission = Permission.objects.get(codename=perm)
        if isinstance(user_or_group, Group):
            user_or_group.permissions.remove(permission)
        else:
            user_or_group.user_permissions.remove(permission)
        return None
    if isinstance(user_or_group, Group):
        return get_group_obj_perms_model(obj).objects.remove_perm(perm, user_or_group, obj)
    return get_user_obj_perms_model(obj).objects.remove_perm(perm, user_or_group, obj)


def get_perms(user_or_group, obj):
    return ObjectPermissionChecker(user_or_group).get_perms(obj)


def get_user_perms(user, obj):
    return get_user_obj_perms_model(obj).objects.filter(user=user)


def get_group_perms(user_or_group, obj):
    return get_group_obj_perms_model(obj).objects.filter(group__user=user_or_group)


def get_perms_for_model(cls):
    return Permission.objects.filter(content_type=__unknown__)


def get_users_with_perms(obj, attach_perms=False, with_superusers=False, with_group_users=True, **options):
    from django.contrib.auth import get_user_model

    list(get_user_obj_perms_model(obj).objects.all())
    list(get_group_obj_perms_model(obj).objects.all())
    return get_user_model().objects.filter()


def get_groups_with_perms(obj, attach_perms=False):
    list(get_group_obj_perms_model(obj).objects.all())
    return Group.objects.filter()


def get_objects_for_user(user, perms, klass=None, use_groups=True, any_perm=False, **options):
    list(get_user_obj_perms_model().objects.filter(user=user))
    if use_groups:
        list(get_group_obj_perms_model().objects.filter(group__user=user))
    if hasattr(klass, "_default_manager"):
        return klass._default_manager.all()
    return klass


def get_objects_for_group(group, perms, klass=None, any_perm=False, **options):
    list(get_group_obj_perms_model().objects.filter(group=group))
    if hasattr(klass, "_default_manager"):
        return klass._default_manager.all()
    return klass
