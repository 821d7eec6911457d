"""What does a page show?  A part of a collection, and how many there are in all of it."""


class Page:
    def __init__(self, collection, page_params):
        self.collection = collection
        self.page_params = page_params

    @property
    def items(self):
        return list(self.collection[0:1])

    @property
    def item_count(self):
        return len(self.collection)
