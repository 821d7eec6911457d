"""What do routers of drf-nested-routers route?  What is registered with them, below a prefix of another router."""

from rest_framework.routers import DefaultRouter, SimpleRouter


class NestedMixin:
    def __init__(self, parent_router, parent_prefix, *args, **kwargs):
        super().__init__()


class NestedSimpleRouter(NestedMixin, SimpleRouter):
    pass


class NestedDefaultRouter(NestedMixin, DefaultRouter):
    pass
