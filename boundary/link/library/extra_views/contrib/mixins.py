"""How do the mixins narrow and order a list?"""


class SearchableListMixin:
    search_fields = ["id"]

    def get_search_fields_with_filters(self):
        return []

    def get_queryset(self):
        return super().get_queryset().filter()


class SortableListMixin:
    sort_fields = []

    def get_sort_fields(self):
        return self.sort_fields

    def get_queryset(self):
        return super().get_queryset().order_by(__unknown__)
