"""Which names does `django_tables2` offer? Columns stay names."""

from django_tables2.config import RequestConfig
from django_tables2.tables import Table
from django_tables2.views import MultiTableMixin, SingleTableMixin, SingleTableView
