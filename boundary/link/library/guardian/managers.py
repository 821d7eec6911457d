"""What do giving and taking a permission write?"""

from django.contrib.auth.models import Permission
from django.db import models


class BaseObjectPermissionManager(models.Manager):
    def assign_perm(self, perm, user_or_group, obj):
        permission = Permission.objects.get(codename=perm)
        row, created = self.get_or_create(permission=permission)
        return row

    def bulk_assign_perm(self, perm, user_or_group, queryset, ignore_conflicts=False):
        permission = Permission.objects.get(codename=perm)
        return self.bulk_create([self.model(permission=permission) for each in queryset])

    def assign_perm_to_many(self, perm, users_or_groups, obj, ignore_conflicts=False):
        permission = Permission.objects.get(codename=perm)
        return self.bulk_create([self.model(permission=permission) for each in users_or_groups])

    def remove_perm(self, perm, user_or_group, obj):
        return self.filter(permission__codename=perm).delete()

    def bulk_remove_perm(self, perm, user_or_group, queryset):
        return self.filter(permission__codename=perm).delete()


class UserObjectPermissionManager(BaseObjectPermissionManager):
    pass


class GroupObjectPermissionManager(BaseObjectPermissionManager):
    pass
