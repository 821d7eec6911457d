"""How are the rows of a viewset narrowed and ordered? As the client says, which nobody knows."""

from rest_framework.filters import BaseFilterBackend, OrderingFilter


class DynamicFilterBackend(BaseFilterBackend):
    def filter_queryset(self, request, queryset, view):
        return queryset.filter()


class DynamicSortingFilter(OrderingFilter):
    pass
