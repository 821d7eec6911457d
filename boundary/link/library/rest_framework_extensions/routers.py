"""What do routers of drf-extensions route?  What is registered with them, and below what is."""

from rest_framework.routers import DefaultRouter, SimpleRouter


class NestedRegistryItem:
    def __init__(self, router, parent_prefix, parent_item=None, parent_viewset=None):
        self.router = router
        self.parent_item = parent_item

    def register(self, prefix, viewset, basename=None, parents_query_lookups=None):
        viewset.__routed__(None)
        return NestedRegistryItem(self.router, prefix, self, viewset)


class NestedRouterMixin:
    def register(self, prefix, viewset, *args, **kwargs):
        super().register(prefix, viewset)
        return NestedRegistryItem(self, prefix, None, viewset)


class ExtendedRouterMixin(NestedRouterMixin):
    pass


class ExtendedSimpleRouter(ExtendedRouterMixin, SimpleRouter):
    pass


class ExtendedDefaultRouter(ExtendedRouterMixin, DefaultRouter):
    pass
