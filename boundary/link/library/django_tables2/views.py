"""How does a view fill its table?"""

from django.views.generic.list import ListView
from django_tables2.config import RequestConfig
from django_tables2.tables import Table


class TableMixinBase:
    context_table_name = "table"
    table_pagination = None

    def get_table_pagination(self, table):
        return self.table_pagination


class SingleTableMixin(TableMixinBase):
    table_class = None
    table_data = None

    def get_table_class(self):
        return self.table_class

    def get_table(self, **kwargs):
        table_class = self.get_table_class()
        data = self.get_table_data()
        table = table_class(data=data, **kwargs)
        return RequestConfig(self.request, paginate=self.get_table_pagination(table)).configure(table, data)

    def get_table_data(self):
        if self.table_data is not None:
            return self.table_data
        if hasattr(self, "object_list"):
            return self.object_list
        return self.get_queryset()

    def get_table_kwargs(self):
        return {}

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        context[self.context_table_name] = self.get_table(**self.get_table_kwargs())
        return context


class SingleTableView(SingleTableMixin, ListView):
    pass


class MultiTableMixin(TableMixinBase):
    tables = []
    tables_data = None

    def get_tables(self):
        return self.tables

    def get_tables_data(self):
        return self.tables_data

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        context["tables"] = self.get_tables()
        return context
