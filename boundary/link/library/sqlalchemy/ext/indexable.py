"""What is an index property?  A key of a column's value, as an attribute."""

from sqlalchemy.orm.decl_api import Alias


class index_property(Alias):
    def __init__(self, attr_name, index, *args, **kwargs):
        pass
