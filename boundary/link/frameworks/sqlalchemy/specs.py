"""What is written in a mapping?  Columns, foreign keys, relationships and tables, as the code spells them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from boundary.link.definitions.symbols import ClassInfo  # noqa: TC001 - a compiled tuple looks the classes of its fields up
from boundary.link.domain.asking import strings
from boundary.link.domain.values import BOTTOM, Constant, Instance
from boundary.link.members import containers

if TYPE_CHECKING:
    from collections.abc import Iterable

    from boundary.link.domain.values import Value
    from boundary.link.frameworks.protocol import NativeCall

CORE: Final = "sqlalchemy.sql.core"
DECLARATIVE: Final = "sqlalchemy.orm.decl_api"
TABLE: Final = f"{CORE}.Table"
COLUMN: Final = f"{CORE}.Column"
FOREIGN_KEY: Final = f"{CORE}.ForeignKey"
RELATIONSHIP: Final = f"{DECLARATIVE}.Relationship"
PROXY: Final = f"{DECLARATIVE}.Proxy"
SQLMODEL: Final = "sqlmodel.main.SQLModel"


class ForeignKeySpec(NamedTuple):
    """`ForeignKey("orders.id", ondelete="CASCADE")`: the value that names the column, and the action."""

    to: Value
    on_delete: str | None
    line: int
    column: str | None = None
    """The first column of a constraint of several."""


class ColumnSpec(NamedTuple):
    """`Column("name", Type, ForeignKey(...))`."""

    name: str | None
    foreign_keys: tuple[ForeignKeySpec, ...]
    primary_key: bool
    place: tuple[str, int]
    mutable: ClassInfo | None = None
    """The class of its values, where changing one in place changes the row: `MutableDict.as_mutable(JSON)`."""
    collection: bool = False
    """Whether its values are dicts and lists of the language: `JSON`, `ARRAY`."""
    inserted: Value = BOTTOM
    """The functions that give what it holds where nothing is said: `default=next_number`."""
    updated: Value = BOTTOM
    """Those that do at each update: `onupdate=stamp`."""


class TableSpec(NamedTuple):
    """`Table("orders", metadata, Column(...), schema="shop")`."""

    name: str
    schema: str | None
    columns: tuple[ColumnSpec, ...]
    place: tuple[str, int]
    bind: str | None = None
    reflected: bool = False
    """Whether the database is asked for its columns."""

    @property
    def full_name(self) -> str:
        """The table's name with its schema, as accesses carry it."""
        return f"{self.schema}.{self.name}" if self.schema else self.name


@dataclass(frozen=True, slots=True)
class RelationSpec:
    """`relationship("Order", secondary=..., back_populates=..., cascade=...)`."""

    target: Value
    secondary: Value
    cascade: str
    back_populates: str | None
    backref: str | None
    backref_cascade: str
    backref_many: bool
    backref_lazy: str
    backref_passive: str
    many: bool | None
    lazy: str
    passive_deletes: str
    view_only: bool
    foreign_keys: Value
    remote_side: Value
    collection: Value
    place: tuple[str, int]


GIVEN: Final = "sqlalchemy property"
"""A cell: what a class is given as a property, late."""


class PropertySpec(NamedTuple):
    """`column_property(query, deferred=True)`: the tables that the query reads."""

    tables: frozenset[str]
    deferred: bool


@dataclass(frozen=True, slots=True)
class ProxySpec:
    """`association_proxy("lines", "stock", creator=...)`."""

    through: str
    attribute: str
    creator: Value


OWN_QUERIES: Final = "sqlalchemy query class"
"""Where the state keeps the class that the project has for its queries."""
PACKAGES: Final = ("sqlalchemy", "flask_sqlalchemy", "sqlmodel", "sqlalchemy_continuum", "gino")


def is_package_own(cls: ClassInfo) -> bool:
    """Whether a class is part of SQLAlchemy (or a package around it) and so never mapped itself."""
    return cls.library and cls.module.name.partition(".")[0] in PACKAGES


def text_of(value: Value | None) -> str | None:
    """The constant string of a value."""
    found = strings(value or BOTTOM)
    return found[0] if found else None


def flag_of(value: Value | None) -> bool | None:
    """The constant truth of a value."""
    for atom in value or BOTTOM:
        if isinstance(atom, Constant) and isinstance(atom.value, bool):
            return atom.value
    return None


def specs(values: Iterable[Value], kind: type) -> list[object]:
    """The specifications of a kind among values, in lists and tuples too."""
    found: list[object] = []
    for value in values:
        for atom in value:
            if isinstance(atom, Instance) and isinstance(atom.site, kind):
                found.append(atom.site)
            else:
                members = containers.members(atom.alone)
                if members:
                    found.extend(specs(members, kind))
    return found


def place_of(call: NativeCall) -> tuple[str, int]:
    """Where a call stands."""
    return call.evaluator.module.file, call.line
