"""What do permissions ask?"""

SAFE_METHODS = ("GET", "HEAD", "OPTIONS")


class OperationHolderMixin:
    pass


class BasePermission:
    def has_permission(self, request, view):
        return True

    def has_object_permission(self, request, view, obj):
        return True


class AllowAny(BasePermission):
    pass


class IsAuthenticated(BasePermission):
    def has_permission(self, request, view):
        return __unknown__


class IsAdminUser(BasePermission):
    def has_permission(self, request, view):
        return __unknown__


class IsAuthenticatedOrReadOnly(BasePermission):
    def has_permission(self, request, view):
        return __unknown__


class DjangoModelPermissions(BasePermission):
    perms_map = {}

    def get_required_permissions(self, method, model_cls):
        return []

    def _queryset(self, view):
        if hasattr(view, "get_queryset"):
            return view.get_queryset()
        return view.queryset

    def has_permission(self, request, view):
        queryset = self._queryset(view)
        perms = self.get_required_permissions(request.method, queryset.model)
        return request.user.has_perms(perms)


class DjangoModelPermissionsOrAnonReadOnly(DjangoModelPermissions):
    authenticated_users_only = False


class DjangoObjectPermissions(DjangoModelPermissions):
    def get_required_object_permissions(self, method, model_cls):
        return []

    def has_object_permission(self, request, view, obj):
        queryset = self._queryset(view)
        perms = self.get_required_object_permissions(request.method, queryset.model)
        return request.user.has_perms(perms, obj)
