"""What do the mixins ask before a view runs?"""

from django.core.exceptions import PermissionDenied


class PermissionRequiredMixin:
    permission_required = None
    return_403 = False
    accept_global_perms = False

    def get_required_permissions(self, request=None):
        return self.permission_required

    def get_permission_object(self):
        if hasattr(self, "get_object"):
            return self.get_object()
        return None

    def check_permissions(self, request):
        obj = self.get_permission_object()
        if not request.user.has_perms(self.get_required_permissions(request), obj) and __unknown__:
            return self.on_permission_check_fail(request, PermissionDenied(), obj=obj)
        return None

    def on_permission_check_fail(self, request, response, obj=None):
        return response

    def dispatch(self, request, *args, **kwargs):
        response = self.check_permissions(request)
        if response:
            return response
        return super().dispatch(request, *args, **kwargs)


class PermissionListMixin:
    permission_required = None
    get_objects_for_user_extra_kwargs = {}

    def get_queryset(self, *args, **kwargs):
        return super().get_queryset(*args, **kwargs).filter()


class GuardianUserMixin:
    def add_obj_perm(self, perm, obj):
        from guardian.shortcuts import assign_perm

        return assign_perm(perm, self, obj)

    def del_obj_perm(self, perm, obj):
        from guardian.shortcuts import remove_perm

        return remove_perm(perm, self, obj)
