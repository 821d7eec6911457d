"""What does checking a permission on an object read?"""

from guardian.models import GroupObjectPermission, UserObjectPermission


class ObjectPermissionChecker:
    def __init__(self, user_or_group=None):
        self.user_or_group = user_or_group

    def has_perm(self, perm, obj):
        return perm in self.get_perms(obj)

    def get_user_perms(self, obj):
        return list(UserObjectPermission.objects.filter(object_pk=obj.pk).values("permission__codename"))

    def get_group_perms(self, obj):
        given = GroupObjectPermission.objects.filter(object_pk=obj.pk, group__user=self.user_or_group)
        return list(given.values("permission__codename"))

    def get_perms(self, obj):
        return self.get_user_perms(obj) + self.get_group_perms(obj)

    def prefetch_perms(self, objects):
        list(UserObjectPermission.objects.all())
        list(GroupObjectPermission.objects.all())
