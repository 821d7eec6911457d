"""Which rows does the filter let through? Those on which the user has a permission of their own."""

from rest_framework.filters import BaseFilterBackend


class ObjectPermissionsFilter(BaseFilterBackend):
    perm_format = __unknown__
    shortcut_kwargs = {}

    def filter_queryset(self, request, queryset, view):
        from guardian.shortcuts import get_objects_for_user

        return get_objects_for_user(request.user, __unknown__, queryset)
