"""What does a query in chunks go through?  Parts of its rows."""


def chunked_queryset(queryset, chunk_size=2000):
    yield queryset.filter(pk__range=__unknown__)
