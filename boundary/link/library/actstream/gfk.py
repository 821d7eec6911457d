"""Which managers and querysets know of rows of any model?  Django's own; what they prefetch is not followed."""

from django.db.models import Manager
from django.db.models.query import QuerySet


class GFKQuerySet(QuerySet):
    def fetch_generic_relations(self, *args):
        return self

    def _clone(self, klass=None, **kwargs):
        return super()._clone()

    def none(self):
        return super().none()


class GFKManager(Manager):
    def get_query_set(self):
        return GFKQuerySet(self.model)

    get_queryset = get_query_set

    def none(self):
        return self.get_queryset().none()
