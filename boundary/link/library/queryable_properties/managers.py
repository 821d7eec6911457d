"""What do querysets know of queryable properties?  Those that are selected become a part of the query."""

from django.db import models


class QueryablePropertiesQuerySetMixin:
    def select_properties(self, *names):
        selected = self.all()
        for name in names:
            selected = selected.annotate(getattr(self.model, name).get_annotation(self.model))
        return selected


class QueryablePropertiesQuerySet(QueryablePropertiesQuerySetMixin, models.QuerySet):
    pass


class QueryablePropertiesManagerMixin(QueryablePropertiesQuerySetMixin):
    pass


class QueryablePropertiesManager(models.Manager.from_queryset(QueryablePropertiesQuerySet)):
    pass
