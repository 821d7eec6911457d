"""What does a page of rows ask for?  Its rows, and how many there are in all; subclasses say how."""


class Pagination:
    def __init__(self, page=None, per_page=None, max_per_page=100, error_out=True, count=True, **kwargs):
        self._query_args = kwargs
        self.items = self._query_items()
        if count:
            self.total = self._query_count()

    def _query_items(self):
        return __unknown__

    def _query_count(self):
        return __unknown__

    def __iter__(self):
        return iter(self.items)


class SelectPagination(Pagination):
    def _query_items(self):
        session = self._query_args["session"]
        return session.execute(self._query_args["select"]).scalars()

    def _query_count(self):
        session = self._query_args["session"]
        return session.execute(self._query_args["select"]).scalar()


class QueryPagination(Pagination):
    def _query_items(self):
        return self._query_args["query"].all()

    def _query_count(self):
        return self._query_args["query"].count()
