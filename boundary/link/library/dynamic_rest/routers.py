"""Which viewsets does a router enter? Those of REST framework's, one for each serializer as well."""

from rest_framework.routers import DefaultRouter


class DynamicRouter(DefaultRouter):
    def register_resource(self, viewset, namespace=None):
        self.register("", viewset)
