"""What is one mapped class of SQLAlchemy?  Its table, the classes above and below it, its columns and relationships."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from boundary.link.definitions.symbols import ClassInfo  # noqa: TC001 - as above
from boundary.link.frameworks.sqlalchemy.related import Relation  # noqa: TC001 - a compiled dataclass looks its fields' classes up
from boundary.link.frameworks.sqlalchemy.specs import (  # noqa: TC001 - as above
    ColumnSpec,
    ForeignKeySpec,
    PropertySpec,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.link.domain.values import Value
    from boundary.model.scan import Because, Operation


@dataclass(eq=False, slots=True)
class Mapping:
    """One mapped class: its own table (with its schema), and the mapped classes that it extends."""

    cls: ClassInfo
    table: str
    schema: str | None
    bind: str | None
    parents: list[Mapping] = field(default_factory=list)
    children: list[Mapping] = field(default_factory=list)
    columns: dict[str, ColumnSpec] = field(default_factory=dict)
    relations: dict[str, Relation] = field(default_factory=dict)
    properties: dict[str, PropertySpec] = field(default_factory=dict)
    """Columns that are queries: see `sqlalchemy/properties.py`."""
    keys: list[ForeignKeySpec] = field(default_factory=list)
    """The foreign keys of `__table_args__`, of several columns mostly."""
    reflected: bool = False
    """Whether its columns are those that a database has: any attribute may be one."""
    asks: bool = False
    """Whether its table asks the database for columns: what its body does not have is one where the class is asked."""
    joined: bool = False
    """Whether its table is a join of those of its parents, of which none has its rows: `__table__ = outerjoin(...)`."""
    with_parent: bool = False
    """Whether it is read with the rows of the class that it extends: see `sqlalchemy/polymorphic.py`."""
    with_children: bool = False
    """Whether all classes below it are read with its rows."""
    computed: tuple[int, tuple[ColumnSpec, ...]] = (0, ())
    """The columns that functions give a value, and how many there were in all when they were looked for."""

    @property
    def tables(self) -> list[str]:
        """The class's own table and those of the classes that it extends."""
        found = [self.table]
        for parent in self.parents:
            found.extend(table for table in parent.tables if table not in found)
        return found

    @property
    def descendants(self) -> list[Mapping]:
        """The mapped classes below it, direct and indirect."""
        found: list[Mapping] = []
        stack = list(self.children)
        while stack:
            found.append(one := stack.pop())
            stack.extend(one.children)
        return found

    @property
    def loaded(self) -> set[str]:
        """The tables that are read with an object: its own, and those of what is loaded at once."""
        found: set[str] = set()
        stack, seen = [self], {self}
        while stack:
            one = stack.pop()
            found.update(one.tables)
            found.update(*(held.tables for held in one.properties.values() if not held.deferred))
            along = one.descendants if one.with_children else [held for held in one.children if held.with_parent]
            for relation in one.all_relations():
                if relation.eager:
                    found |= relation.reads
                    along.append(relation.target)
            stack.extend(new for new in dict.fromkeys(along) if new not in seen)
            seen.update(along)
        return found

    def all_keys(self) -> Iterator[tuple[str, ForeignKeySpec, tuple[str, int]]]:
        """The foreign keys of the class's own table: column, the key as written, and its place."""
        for name, column in self.columns.items():
            yield from ((column.name or name, key, column.place) for key in column.foreign_keys)
        yield from ((key.column or "", key, (self.cls.module.file, key.line)) for key in self.keys)

    def computing(self, op: Operation) -> Iterator[Value]:
        """The functions that give columns of the class's own table a value where a row is written, for each column."""
        count = len(self.columns)
        if self.computed[0] != count:
            self.computed = count, tuple([one for one in self.columns.values() if one.inserted or one.updated])
        for one in self.computed[1]:
            yield one.updated if op == "update" else one.inserted

    def relation(self, name: str) -> Relation | None:
        """The relationship of a name, its own or inherited."""
        found = self.relations.get(name)
        for parent in () if found else self.parents:
            found = found or parent.relation(name)
        return found

    def mutable(self, name: str) -> ClassInfo | None:
        """The class of a column's values, where changing one in place changes the row."""
        own = self.columns.get(name)
        if own is not None and own.mutable is not None:
            return own.mutable
        return next((found for parent in self.parents if (found := parent.mutable(name)) is not None), None)

    def is_collection(self, name: str) -> bool:
        """Whether the values of a column are dicts and lists of the language."""
        own = self.columns.get(name)
        return (own is not None and own.collection) or any(one.is_collection(name) for one in self.parents)

    def has_column(self, name: str) -> bool:
        """Whether an attribute is a column, its own or inherited."""
        return self.reflected or name in self.columns or any(parent.has_column(name) for parent in self.parents)

    def is_key(self, name: str) -> bool:
        """Whether a column alone is the primary key: every row has one, which is neither None nor false."""
        own = [one for one, column in self.columns.items() if column.primary_key]
        return own == [name] if own else any(parent.is_key(name) for parent in self.parents)

    def all_relations(self) -> Iterator[Relation]:
        """All relationships, inherited ones too."""
        yield from self.relations.values()
        for parent in self.parents:
            yield from parent.all_relations()

    def __repr__(self) -> str:
        return f"<mapping {self.cls.dotted} {self.table}>"


@dataclass(slots=True)
class Deletion:
    """What deleting an object does to tables, and the mapped classes whose objects go with it."""

    accesses: dict[tuple[str, Operation], Because | None] = field(default_factory=dict)
    mappings: list[Mapping] = field(default_factory=list)
