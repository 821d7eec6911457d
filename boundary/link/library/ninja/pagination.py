"""How do the rows that an operation returns become a page?"""

from ninja.router import Router


class RouterPaginated(Router): ...


class PaginationBase:
    items_attribute = "items"

    def __init__(self, *, pass_parameter=None, **kwargs): ...

    def paginate_queryset(self, queryset, pagination, **params):
        return queryset

    def _items_count(self, queryset):
        return queryset.count()


class AsyncPaginationBase(PaginationBase):
    async def apaginate_queryset(self, queryset, pagination, **params):
        return self.paginate_queryset(queryset, pagination, **params)


class LimitOffsetPagination(AsyncPaginationBase):
    def paginate_queryset(self, queryset, pagination, **params):
        return {"items": queryset[__unknown__:__unknown__], "count": self._items_count(queryset)}


class PageNumberPagination(AsyncPaginationBase):
    def paginate_queryset(self, queryset, pagination, **params):
        return {"items": queryset[__unknown__:__unknown__], "count": self._items_count(queryset)}
