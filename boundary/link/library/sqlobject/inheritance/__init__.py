"""Classes whose rows have a part in the table of each class above them."""

from sqlobject.main import SQLObject


class InheritableSQLObject(SQLObject): ...
