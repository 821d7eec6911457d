"""Which filters does the API offer? The same."""

from django_filters.filters import *
