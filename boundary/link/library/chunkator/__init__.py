"""What does a query in chunks go through?  All its rows."""


def chunkator(source_qs, chunk_size, query_log=None):
    yield from source_qs


def chunkator_page(source_qs, chunk_size, query_log=None):
    yield [one for one in source_qs]
