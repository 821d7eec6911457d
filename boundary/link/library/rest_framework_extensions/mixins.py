"""How does a nested viewset narrow its queryset?"""


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


class PaginateByMaxMixin:
    pass
