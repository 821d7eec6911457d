"""What does a viewset do whose clients say which fields and rows they want? What those of REST framework do."""

from dynamic_rest.filters import DynamicFilterBackend, DynamicSortingFilter
from rest_framework import viewsets
from rest_framework.response import Response


class WithDynamicViewSetMixin:
    filter_backends = (DynamicFilterBackend, DynamicSortingFilter)

    def get_request_feature(self, name):
        return __unknown__

    def list_related(self, request, pk=None, field_name=None):
        # the rows at the other end of one of the fields of the serializer
        related = getattr(self.get_object(), field_name)
        return Response(related)


class DynamicModelViewSet(WithDynamicViewSetMixin, viewsets.ModelViewSet):
    pass
