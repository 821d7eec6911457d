"""What do the functions of sqlalchemy-filters make of a query?  The same query, refined; a page of it counts the rows."""


class Pagination:
    def __init__(self, page_number, page_size, num_pages, total_results):
        self.page_number = page_number
        self.page_size = page_size
        self.num_pages = num_pages
        self.total_results = total_results


def apply_filters(query, filter_spec, do_auto_join=True):
    return query


def apply_sort(query, sort_spec):
    return query


def apply_loads(query, load_spec):
    return query


def apply_pagination(query, page_number=None, page_size=None):
    total = query.count()
    return query, Pagination(page_number, page_size, __unknown__, total)
