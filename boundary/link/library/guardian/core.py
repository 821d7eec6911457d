"""What does checking a permission on an object read?"""

from django.contrib.contenttypes.models import ContentType
from guardian.utils import get_group_obj_perms_model, get_user_obj_perms_model


class ObjectPermissionChecker:
    def __init__(self, user_or_group=None):
        self.user_or_group = user_or_group

    def has_perm(self, perm, obj):
        return perm in self.get_perms(obj)

    def get_user_perms(self, obj):
        ContentType.objects.get_for_model(obj)
        return list(get_user_obj_perms_model(obj).objects.filter().values("permission__codename"))

    def get_group_perms(self, obj):
        ContentType.objects.get_for_model(obj)
        given = get_group_obj_perms_model(obj).objects.filter(group__user=self.user_or_group)
        return list(given.values("permission__codename"))

    def get_perms(self, obj):
        return self.get_user_perms(obj) + self.get_group_perms(obj)

    def prefetch_perms(self, objects):
        list(get_user_obj_perms_model(objects).objects.select_related("permission"))
        list(get_group_obj_perms_model(objects).objects.filter(group__user=__unknown__).select_related("permission"))
