"""When does a page of the API query?"""

from django.core.paginator import Paginator
from rest_framework.response import Response


class BasePagination:
    def paginate_queryset(self, queryset, request, view=None):
        raise NotImplementedError

    def get_paginated_response(self, data):
        return Response(data)

    def get_results(self, data):
        return data


class PageNumberPagination(BasePagination):
    page_size = None
    django_paginator_class = Paginator
    page_query_param = "page"
    page_size_query_param = None
    max_page_size = None

    def paginate_queryset(self, queryset, request, view=None):
        self.request = request
        page_size = self.get_page_size(request)
        if not page_size:
            return None
        paginator = self.django_paginator_class(queryset, page_size)
        self.page = paginator.page(self.get_page_number(request, paginator))
        return list(queryset[0:10])

    def get_page_number(self, request, paginator):
        return __unknown__

    def get_page_size(self, request):
        return __unknown__


class LimitOffsetPagination(BasePagination):
    default_limit = None
    max_limit = None

    def paginate_queryset(self, queryset, request, view=None):
        self.request = request
        self.limit = self.get_limit(request)
        if self.limit is None:
            return None
        self.count = self.get_count(queryset)
        self.offset = self.get_offset(request)
        return list(queryset[0:10])

    def get_limit(self, request):
        return __unknown__

    def get_offset(self, request):
        return __unknown__

    def get_count(self, queryset):
        return queryset.count()


class CursorPagination(BasePagination):
    page_size = None
    ordering = "-created"

    def paginate_queryset(self, queryset, request, view=None):
        self.request = request
        self.page_size = self.get_page_size(request)
        self.ordering = self.get_ordering(request, queryset, view)
        return list(queryset.order_by(__unknown__)[0:10])

    def get_page_size(self, request):
        return __unknown__

    def get_ordering(self, request, queryset, view):
        return self.ordering
