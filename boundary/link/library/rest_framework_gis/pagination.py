"""Pages of features."""

from rest_framework.pagination import PageNumberPagination


class GeoJsonPagination(PageNumberPagination): ...
