"""What becomes of a queryset that a query filters?"""


def apply(filters, queryset, info=None, pk=None):
    return queryset.filter(__unknown__)
