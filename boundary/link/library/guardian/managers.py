"""What do giving and taking a permission write?"""

from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from django.db import models


def _permission(perm, obj):
    return Permission.objects.get(content_type=ContentType.objects.get_for_model(obj), codename=perm)


class BaseObjectPermissionManager(models.Manager):
    def assign_perm(self, perm, user_or_group, obj):
        row, created = self.get_or_create(permission=_permission(perm, obj))
        return row

    def bulk_assign_perm(self, perm, user_or_group, queryset, ignore_conflicts=False):
        from guardian.core import ObjectPermissionChecker

        permission = _permission(perm, queryset)
        ObjectPermissionChecker(user_or_group).prefetch_perms(queryset)
        return self.bulk_create([self.model(permission=permission) for each in queryset])

    def assign_perm_to_many(self, perm, users_or_groups, obj, ignore_conflicts=False):
        permission = _permission(perm, obj)
        return self.bulk_create([self.model(permission=permission) for each in users_or_groups])

    def remove_perm(self, perm, user_or_group, obj):
        return self._removed(obj)

    def bulk_remove_perm(self, perm, user_or_group, queryset):
        return self._removed(queryset)

    def _removed(self, obj):
        content_type = ContentType.objects.get_for_model(obj)
        return self.filter(permission__codename=__unknown__, permission__content_type=content_type).delete()


class UserObjectPermissionManager(BaseObjectPermissionManager):
    pass


class GroupObjectPermissionManager(BaseObjectPermissionManager):
    pass
