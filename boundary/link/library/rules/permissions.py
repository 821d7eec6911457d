"""How does the backend answer?"""


class ObjectPermissionBackend:
    def authenticate(self, *args, **credentials):
        return None

    def has_perm(self, user, perm, *args, **kwargs):
        return __unknown__

    def has_module_perms(self, user, app_label):
        return __unknown__
