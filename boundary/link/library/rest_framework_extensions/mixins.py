"""How does a nested viewset narrow its queryset, and what does one with details read and make of a single row?"""


class NestedViewSetMixin:
    def get_queryset(self):
        return self.filter_queryset_by_parents_lookups(super().get_queryset())

    def filter_queryset_by_parents_lookups(self, queryset):
        return queryset.filter()

    def get_parents_query_dict(self):
        return {**__unknown__}


class DetailSerializerMixin:
    serializer_detail_class = None
    queryset_detail = None

    def get_serializer_class(self):
        if self._is_request_to_detail_endpoint():
            return self.serializer_detail_class
        return super().get_serializer_class()

    def get_queryset(self, *args, **kwargs):
        if self.queryset_detail is not None and self._is_request_to_detail_endpoint():
            return self.queryset_detail.all()
        return super().get_queryset(*args, **kwargs)

    def _is_request_to_detail_endpoint(self):
        if self.action in ("list", "create"):
            return False
        if self.action in ("retrieve", "update", "partial_update", "destroy"):
            return True
        return __unknown__


class PaginateByMaxMixin:
    pass
