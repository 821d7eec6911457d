"""How do filter backends narrow a queryset?"""


class BaseFilterBackend:
    def filter_queryset(self, request, queryset, view):
        raise NotImplementedError

    def get_schema_operation_parameters(self, view):
        return []


class SearchFilter(BaseFilterBackend):
    search_param = "search"

    def get_search_fields(self, view, request):
        return getattr(view, "search_fields", None)

    def get_search_terms(self, request):
        return __unknown__

    def filter_queryset(self, request, queryset, view):
        self.get_search_terms(request)
        return __searched__(queryset, self.get_search_fields(view, request)).filter().distinct()


class OrderingFilter(BaseFilterBackend):
    ordering_param = "ordering"

    def get_ordering(self, request, queryset, view):
        return self.get_default_ordering(view)

    def get_default_ordering(self, view):
        return getattr(view, "ordering", None)

    def get_valid_fields(self, queryset, view, context=None):
        return []

    def filter_queryset(self, request, queryset, view):
        if self.get_ordering(request, queryset, view):
            return queryset.order_by(__unknown__)
        return queryset
