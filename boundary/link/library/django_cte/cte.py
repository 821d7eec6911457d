"""What is asked where a query stands in front of another one?"""

from django.db.models.manager import Manager
from django.db.models.query import QuerySet


def with_cte(*ctes, select):
    if isinstance(select, CTE):
        return select.queryset()
    if isinstance(select, QuerySet):
        return select
    return select._default_manager.all()


class CTE:
    def __init__(self, queryset, name="cte", materialized=False):
        self._rows = queryset
        self.col = __unknown__

    @classmethod
    def recursive(cls, make_cte_queryset, name="cte", materialized=False):
        return cls(make_cte_queryset(cls(None, name)), name)

    def join(self, model_or_queryset, *filter_q, **filter_kw):
        if isinstance(model_or_queryset, QuerySet):
            queryset = model_or_queryset.all()
        else:
            queryset = model_or_queryset._default_manager.all()
        if self._rows is not None:
            return queryset.filter(pk__in=self._rows)
        return queryset

    def queryset(self):
        return self._rows.all()


class With(CTE):
    pass


class CTEQuerySet(QuerySet):
    def with_cte(self, cte):
        return self.all()


class CTEManager(Manager.from_queryset(CTEQuerySet)):
    pass
