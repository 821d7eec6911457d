"""What do the shortcuts read and write?"""

from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.db.models.query import QuerySet
from guardian.core import ObjectPermissionChecker
from guardian.utils import get_group_obj_perms_model, get_user_obj_perms_model


def assign_perm(perm, user_or_group, *objects, **named):
    if not objects and not named:  # what is handed over is an object, whatever is known of it
        permission = Permission.objects.get(codename=perm)
        if isinstance(user_or_group, Group):
            user_or_group.permissions.add(permission)
        else:
            user_or_group.user_permissions.add(permission)
        return permission
    obj = objects[0] if objects else named["obj"]
    if isinstance(user_or_group, Group):
        return _assigned(get_group_obj_perms_model(obj), perm, user_or_group, obj)
    return _assigned(get_user_obj_perms_model(obj), perm, user_or_group, obj)


def _assigned(model, perm, user_or_group, obj):
    if isinstance(obj, (QuerySet, list)):
        return model.objects.bulk_assign_perm(perm, user_or_group, obj)
    if isinstance(user_or_group, (QuerySet, list)):
        return model.objects.assign_perm_to_many(perm, user_or_group, obj)
    return model.objects.assign_perm(perm, user_or_group, obj)


def assign(perm, user_or_group, *objects, **named):
    return assign_perm(perm, user_or_group, *objects, **named)


def remove_perm(perm, user_or_group, *objects, **named):
    if not objects and not named:
        permission = Permission.objects.get(codename=perm)
        if isinstance(user_or_group, Group):
            user_or_group.permissions.remove(permission)
        else:
            user_or_group.user_permissions.remove(permission)
        return None
    obj = objects[0] if objects else named["obj"]
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
    return Permission.objects.filter(content_type=ContentType.objects.get_for_model(cls))


def get_users_with_perms(
    obj, attach_perms=False, with_superusers=False, with_group_users=True, only_with_perms_in=None
):
    from django.contrib.auth import get_user_model

    ContentType.objects.get_for_model(obj)
    own = _given(get_user_obj_perms_model(obj), only_with_perms_in)
    users = get_user_model().objects.filter(pk__in=own.values("user"))
    if with_group_users:
        by_group = _given(get_group_obj_perms_model(obj), only_with_perms_in)
        users = users | get_user_model().objects.filter(groups__in=by_group.values("group"))
    if attach_perms:
        return {user: get_perms(user, obj) for user in users}
    return users.distinct()


def get_groups_with_perms(obj, attach_perms=False):
    ContentType.objects.get_for_model(obj)
    groups = Group.objects.filter(pk__in=get_group_obj_perms_model(obj).objects.values("group"))
    if attach_perms:
        return {group: get_group_perms(group, obj) for group in groups}
    return groups.distinct()


def _given(model, names):
    if names is None:
        return model.objects.all()
    return model.objects.filter(permission__codename__in=names)


def get_objects_for_user(
    user, perms, klass=None, use_groups=True, any_perm=False, with_superuser=True, accept_global_perms=True
):
    rows = _rows(__permitted__(perms) if klass is None else klass)
    ContentType.objects.get_for_model(rows)
    rows = rows.filter(pk__in=get_user_obj_perms_model(rows).objects.filter(user=user, permission__codename=perms))
    if use_groups:
        given = get_group_obj_perms_model(rows).objects.filter(group__user=user, permission__codename=perms)
        rows = rows | rows.filter(pk__in=given)
    if accept_global_perms and user.has_perm(perms):
        return _rows(__permitted__(perms) if klass is None else klass)
    return rows


def get_objects_for_group(group, perms, klass=None, any_perm=False, **options):
    rows = _rows(__permitted__(perms) if klass is None else klass)
    ContentType.objects.get_for_model(rows)
    return rows.filter(pk__in=get_group_obj_perms_model(rows).objects.filter(group=group, permission__codename=perms))


def _rows(klass):
    if hasattr(klass, "_default_manager"):
        return klass._default_manager.all()
    return klass.all()
