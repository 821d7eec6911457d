"""Which filter set does the API use?"""

from django_filters import filterset


class FilterSet(filterset.FilterSet):
    pass
