"""What do documents hold?  Parts of themselves in a list, and references that are followed when they are told to."""


class BaseDict(dict):
    pass


class BaseList(list):
    pass


class EmbeddedDocumentList:
    """The parts of a document: asked and changed in memory, written by `save`."""

    def filter(self, **kwargs):
        return self

    def exclude(self, **kwargs):
        return self

    def get(self, **kwargs):
        return self[0]

    def first(self):
        return self[0]

    def create(self, **values):
        return self[0]

    def append(self, value): ...

    def remove(self, value): ...

    def extend(self, values): ...

    def insert(self, index, value): ...

    def pop(self, index=-1):
        return self[0]

    def save(self, *args, **kwargs):
        self._instance.save(*args, **kwargs)

    def delete(self): ...

    def update(self, **update): ...

    def count(self): ...


class LazyReference:
    """A key with the class that it belongs to: the document is read when it is fetched."""

    def fetch(self, force=False): ...
