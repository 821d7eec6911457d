"""Which names does `django_filters.rest_framework` offer?"""

from django_filters.filters import *
from django_filters.rest_framework.backends import DjangoFilterBackend
from django_filters.rest_framework.filterset import FilterSet
