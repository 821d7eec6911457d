"""What does a router keep? Viewsets are entered by their own actions."""

from rest_framework.views import APIView


class BaseRouter:
    def __init__(self, *args, **kwargs):
        self.registry = []

    def register(self, prefix, viewset, basename=None):
        viewset.__routed__(None)
        self.registry.append((prefix, viewset, basename))

    def get_urls(self):
        return []

    @property
    def urls(self):
        return self.get_urls()


class SimpleRouter(BaseRouter):
    pass


class APIRootView(APIView):
    def get(self, request, *args, **kwargs):
        return __unknown__


class DefaultRouter(SimpleRouter):
    APIRootView = APIRootView

    def get_api_root_view(self, api_urls=None):
        return self.APIRootView.as_view()
