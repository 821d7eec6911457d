"""How does a nested viewset narrow its queryset?"""


class NestedViewSetMixin:
    def get_queryset(self):
        return super().get_queryset().filter()
