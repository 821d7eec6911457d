"""What do the views ask before they answer?"""

from rolepermissions.checkers import has_permission, has_role


class HasRoleMixin:
    allowed_roles = []

    def dispatch(self, request, *args, **kwargs):
        has_role(request.user, self.allowed_roles)
        return super().dispatch(request, *args, **kwargs)


class HasPermissionsMixin:
    required_permission = ""

    def dispatch(self, request, *args, **kwargs):
        has_permission(request.user, self.required_permission)
        return super().dispatch(request, *args, **kwargs)
