"""What do the mixins ask before a view runs?"""

from django.contrib.auth import mixins


class PermissionRequiredMixin(mixins.PermissionRequiredMixin):
    raise_exception = True

    def get_permission_object(self):
        if hasattr(self, "get_object"):
            return self.get_object()
        return None

    def has_permission(self):
        obj = self.get_permission_object()
        return self.request.user.has_perms(self.get_permission_required(), obj)


class AutoPermissionRequiredMixin(PermissionRequiredMixin):
    permission_type_map = []


def permission_required(perm, fn=None, login_url=None, raise_exception=False, **options):
    def decorator(view_func):
        return view_func

    return decorator


def objectgetter(model, attr_name="pk", field_name="pk"):
    def getter(request, *view_args, **view_kwargs):
        return model._default_manager.get(pk=__unknown__)

    return getter
