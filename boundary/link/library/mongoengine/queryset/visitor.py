"""What are conditions that are put together?  They join no collection: there is nothing like that."""


class Q:
    def __init__(self, **query):
        self.query = query

    def __and__(self, other):
        return self

    def __or__(self, other):
        return self

    def __invert__(self):
        return self


class QCombination:
    def __init__(self, operation, children): ...

    def __and__(self, other):
        return self

    def __or__(self, other):
        return self
