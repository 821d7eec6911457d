"""Which names does `django_filters` offer?"""

from django_filters.filters import *
from django_filters.filterset import BaseFilterSet, FilterSet, filterset_factory
