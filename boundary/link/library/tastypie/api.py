"""Which resources does an API have? Those that are registered; each answers requests by itself."""


class Api:
    def __init__(self, api_name="v1", serializer_class=None):
        self.api_name = api_name

    def register(self, resource, canonical=True):
        resource._answers = True

    def unregister(self, resource_name):
        pass

    def wrap_view(self, view):
        return getattr(self, view)

    def prepend_urls(self):
        return []

    @property
    def urls(self):
        return self.prepend_urls()

    def top_level(self, request, api_name=None):
        return __unknown__


class NamespacedApi(Api):
    pass
