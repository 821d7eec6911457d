"""How does the API narrow a view's queryset by its filter set?"""

from django_filters.filterset import filterset_factory
from django_filters.rest_framework.filterset import FilterSet


class DjangoFilterBackend:
    filterset_base = FilterSet

    def get_filterset(self, request, queryset, view):
        filterset_class = self.get_filterset_class(view, queryset)
        if filterset_class is None:
            return None
        return filterset_class(**self.get_filterset_kwargs(request, queryset, view))

    def get_filterset_class(self, view, queryset=None):
        filterset_class = getattr(view, "filterset_class", None)
        if filterset_class:
            return filterset_class
        fields = getattr(view, "filterset_fields", None)
        if fields:
            __read_listed__(queryset.model, fields)
            return filterset_factory(queryset.model, filterset=self.filterset_base)
        return None

    def get_filterset_kwargs(self, request, queryset, view):
        return {"data": request.query_params, "queryset": queryset, "request": request}

    def filter_queryset(self, request, queryset, view):
        filterset = self.get_filterset(request, queryset, view)
        if filterset is None:
            return queryset
        filterset.is_valid()
        return filterset.qs
