"""Which tables does a class have that is mapped to a join?  `__table__ = outerjoin(A.__table__, B.__table__)`.

Its rows are in all of them: they are read, inserted and deleted together, and what is set is in the table that has the
column. The classes that the tables belong to are not above it: their rows are not its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.link.frameworks.sqlalchemy.declared import says
from boundary.link.frameworks.sqlalchemy.mapping import Mapping
from boundary.link.frameworks.sqlalchemy.tables import tables_of

if TYPE_CHECKING:
    from collections.abc import Mapping as MappingType

    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.frameworks.sqlalchemy.declared import Declared
    from boundary.link.frameworks.sqlalchemy.specs import TableSpec


def joined_in(
    declared: Declared, cls: ClassInfo, by_table: MappingType[str, Mapping], written: MappingType[str, TableSpec]
) -> list[Mapping]:
    """The mappings of the tables whose join stands for the table of a class; none where it is not a join."""
    if not says(cls, "__table__"):
        return []
    value = declared.own(cls, "__table__")
    found: list[Mapping] = []
    for name in sorted(tables_of(value)) if len(value) == 1 else ():
        if name in by_table:
            found.append(by_table[name])
        elif name in written:  # no class is mapped to it
            columns = {column.name: column for column in written[name].columns if column.name}
            found.append(Mapping(cls, name, written[name].schema, None, columns=columns))
    return found if len(found) > 1 else []
