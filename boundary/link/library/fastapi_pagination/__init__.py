"""What is a page of FastAPI Pagination?  Some of the rows that were asked for; what asks for them is in `ext`."""


class Params:
    pass


class Page:
    def __init__(self, items=(), total=0):
        self.items = items
        self.total = total


class LimitOffsetPage(Page):
    pass


def add_pagination(parent):
    return parent


def paginate(sequence, params=None, length_function=None, *, transformer=None, **kwargs):
    return Page(transformer(sequence) if transformer else sequence)
