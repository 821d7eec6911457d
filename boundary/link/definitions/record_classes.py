"""Which classes are records, whose attributes are defaults of fields?  Dataclasses, pydantic's models and their kin.

    @strawberry.input
    class OrderInput:
        note: str = ""

What an object of such a class holds is what it was made with: its class says nothing of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.values import Constant, Container, External, Native
from boundary.link.syntax.walking import decorators_of, first_name, last_name

if TYPE_CHECKING:
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Atom
    from boundary.model import code

RECORDS: Final = frozenset({"BaseModel", "BaseSettings", "RootModel", "Struct", "NamedTuple", "TypedDict"})
MAKERS: Final = frozenset({"dataclass", "define", "frozen", "mutable", "attrs"})
"""The decorators of classes that make records of them, by their last names."""
GRAPHQL: Final = frozenset({"type", "input", "interface", "partial"})
"""Those of Strawberry, whose packages are told by how their names begin."""
DESCRIBED: Final = "graphql.decorator"
"""What a field of Strawberry is that says something of itself, and nothing of what it holds."""


def is_default(atom: Atom) -> bool:
    """Whether what a record's class holds says nothing of its objects: `1`, `[]`, `field(default_factory=list)`."""
    described = isinstance(atom, External) and atom.dotted.rpartition(".")[2] in {"field()", "Field()", "ib()"}
    described = described or (isinstance(atom, Native) and atom.name == DESCRIBED)
    return described or isinstance(atom, (Constant, Container))


def _makes_records(decorator: code.Expression) -> bool:
    """`@dataclass`, `@attrs.define`, `@attr.s`, `@strawberry.input`."""
    name, first = last_name(decorator), first_name(decorator)
    return name in MAKERS or (name in GRAPHQL and first.startswith("strawberry")) or (name, first) == ("s", "attr")


def is_record(cls: ClassInfo) -> bool:
    """Whether the class attributes are defaults of fields: pydantic's models, dataclasses and their kin."""
    known: bool | None = cls.answers.get("record")
    if known is None:
        named = any(base.rpartition(".")[2] in RECORDS for base in cls.externals)
        known = named or any(_makes_records(each) for each in decorators_of(cls))
        cls.answers["record"] = known
    return known
