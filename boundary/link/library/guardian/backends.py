"""How does the backend answer for an object?"""

from guardian.core import ObjectPermissionChecker


class ObjectPermissionBackend:
    def authenticate(self, request, username=None, password=None):
        return None

    def has_perm(self, user_obj, perm, obj=None):
        if obj is None:
            return False
        return ObjectPermissionChecker(user_obj).has_perm(perm, obj)

    def get_all_permissions(self, user_obj, obj=None):
        if obj is None:
            return set()
        return ObjectPermissionChecker(user_obj).get_perms(obj)
