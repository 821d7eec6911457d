"""Which values of columns tell of their changes?  Lists, dicts and sets that mark their row as changed."""

from sqlalchemy.sql.core import TypeEngine


class Mutable:
    def __setitem__(self, key, value):
        pass

    def __delitem__(self, key):
        pass

    @classmethod
    def as_mutable(cls, sqltype):
        return cls()

    @classmethod
    def associate_with(cls, sqltype):
        pass


class MutableDict(Mutable):
    pass


class MutableList(Mutable):
    pass


class MutableSet(Mutable):
    pass


class MutableComposite(Mutable):
    pass
