"""Which classes does automap make?  One for each table that a database or metadata holds, in `Base.classes`."""

from sqlalchemy.orm.decl_api import Declarative


class Classes:
    """The classes by the names of their tables."""


class AutomapBase(Declarative):
    __abstract__ = True
    classes = Classes()

    @classmethod
    def prepare(cls, *args, **kwargs):
        pass


def automap_base(declarative_base=None, **kwargs): ...


def generate_relationship(*args, **kwargs): ...
