"""What is one page of a queryset?  Its documents, and how many there are."""


class Pagination:
    def __init__(self, iterable, page, per_page):
        self.iterable = iterable
        self.page = page
        self.per_page = per_page
        self.total = iterable.count()
        self.items = list(iterable[:per_page])

    def prev(self, error_out=False):
        return Pagination(self.iterable, self.page, self.per_page)

    next = prev


class ListFieldPagination(Pagination):
    def __init__(self, queryset, doc_id, field_name, page, per_page, total=None):
        self.items = queryset.get(id=doc_id)
