"""What becomes of a queryset that a query orders?"""


def apply(ordering, queryset, info=None):
    return queryset.order_by(__unknown__)
