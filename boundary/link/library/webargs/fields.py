"""Which fields has webargs beside marshmallow's?  Lists that are written as one text."""

from marshmallow.fields import *
from marshmallow.fields import Field, List


class DelimitedList(List):
    pass


class DelimitedTuple(Field):
    pass
