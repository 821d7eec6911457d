"""Which text does a class of the project's own become in SQL?  What the decorator does is in `../../../frameworks`."""


class Compiled:
    """What a function that compiles is handed to make the text of the parts with."""

    def process(self, element, **kw):
        pass

    def visit_select(self, statement, **kw):
        pass

    def visit_insert(self, statement, **kw):
        pass

    def visit_update(self, statement, **kw):
        pass

    def visit_delete(self, statement, **kw):
        pass


def compiles(class_, *specs):
    pass


def deregister(class_):
    pass
