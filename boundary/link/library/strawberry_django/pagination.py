"""What becomes of a queryset of which a query wants a part?"""


def apply(pagination, queryset, *, related_field_id=None):
    return queryset[__unknown__:__unknown__]
