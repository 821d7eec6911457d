"""Which models hold the permissions on an object? Those of its own that point at it, or one for all objects."""

from guardian.models import (
    GroupObjectPermission,
    GroupObjectPermissionBase,
    UserObjectPermission,
    UserObjectPermissionBase,
)


def get_user_obj_perms_model(obj=None):
    own = __pointing_below__(obj, UserObjectPermissionBase)
    if own is not None:
        return own
    return UserObjectPermission


def get_group_obj_perms_model(obj=None):
    own = __pointing_below__(obj, GroupObjectPermissionBase)
    if own is not None:
        return own
    return GroupObjectPermission


def get_anonymous_user():
    from django.contrib.auth import get_user_model

    return get_user_model().objects.get(username=__unknown__)


def get_identity(identity):
    return (identity, None)


def clean_orphan_obj_perms(**options):
    for row in UserObjectPermission.objects.all():
        row.delete()
    for row in GroupObjectPermission.objects.all():
        row.delete()
    return __unknown__
