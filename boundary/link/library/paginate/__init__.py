"""What is a page of `paginate`?  A list of those of a collection that it shows, which it counts."""


class Page(list):
    def __init__(self, collection, page=1, items_per_page=20, item_count=None, wrapper_class=None, url_maker=None, **kwargs):
        held = wrapper_class(collection) if wrapper_class is not None else collection
        self.item_count = item_count if item_count is not None else len(held)
        self.items = held[0:items_per_page]

    def __iter__(self):
        return iter(self.items)
