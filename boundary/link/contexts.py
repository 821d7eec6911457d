"""What does one function do for one kind of caller?  A context: a function with the values of its parameters."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from boundary.link.flow import Flow
from boundary.link.values import BOTTOM

if TYPE_CHECKING:
    from collections.abc import Hashable

    from boundary.link.symbols import FunctionInfo, ModuleInfo
    from boundary.link.values import Atom, Value
    from boundary.model.scan import Because, Confidence, Operation, TransactionKind

OUTSIDE = -1
"""The region of code that stands in no transaction of its own function."""
UNIT = -2
"""Stands for the unit of work around a helper's `yield`, where an edge names a region."""


class Touch(NamedTuple):
    """One access to a table as a context makes it."""

    table: str
    op: Operation
    line: int
    region: int
    confidence: Confidence
    because: Because | None
    rule: str
    database: str | None = None
    """The database that a connection names; None where that is not known, or where tables say it."""


class Region(NamedTuple):
    """A part of a function that is a transaction."""

    kind: TransactionKind
    line: int
    end_line: int
    parent: int
    database: str | None
    file: str | None = None
    durable: bool = True
    """False for the body of a helper's `with`, which is a region only to hang the helper's effects on."""


QUERY = "-- name: "
"""What stands before the name of a query in a file of SQL, and in a `RoutineCall` to tell it from a routine."""


class RoutineCall(NamedTuple):
    """One call of a function or procedure of the database, by its name as SQL has it."""

    name: str
    line: int
    region: int
    confidence: Confidence = "certain"
    procedure: bool = False
    """Whether it is called as a procedure (CALL, EXEC, `callproc`): one that no file defines is a blind spot."""


class Blind(NamedTuple):
    """Something that a context could not see."""

    line: int
    region: int
    reason: str


@dataclass(slots=True, eq=False)
class Context:
    """A function, analysed for one tuple of the values that matter to it."""

    function: FunctionInfo | None
    module: ModuleInfo
    arguments: dict[str, Value]
    receiver: Atom | None = None
    closure: Context | None = None
    traits: frozenset[Hashable] = frozenset()
    number: int = 0
    """Its place in the order of making."""
    state: str = "new"
    runs: int = 0
    returned: Value = BOTTOM
    yielded: Value = BOTTOM
    env: dict[str, Value] = field(default_factory=dict)
    touches: dict[Touch, None] = field(default_factory=dict)
    edges: dict[Edge, None] = field(default_factory=dict)
    regions: list[Region] = field(default_factory=list)
    routines: dict[RoutineCall, None] = field(default_factory=dict)
    blinds: dict[Blind, None] = field(default_factory=dict)
    yields: dict[int, None] = field(default_factory=dict)  # most are empty, and an empty set is large
    readers: dict[Context, None] = field(default_factory=dict)
    extended: dict[Edge, None] = field(default_factory=dict)
    """`with` bodies of callers that run where this helper yields."""
    enters: str | None = None
    """The database of a transaction that the function enters by hand (`atomic().__enter__()`)."""
    root: bool = False
    flow: Flow = field(default_factory=Flow)
    """The order in which things happen, for units of work; empty where the program has none."""

    def __repr__(self) -> str:
        name = self.function.dotted if self.function else self.module.name
        return f"<{name} on {self.receiver!r}>"

    @property
    def library(self) -> bool:
        """Whether the code is read for its definition only: what it does is its callers' doing."""
        return self.module.library


class Edge(NamedTuple):
    """One call from a context to another. A deferred call leaves the transaction."""

    callee: Context
    line: int
    region: int
    confidence: Confidence = "certain"
    because: Because | None = None
    deferred: bool = False
    body: int = OUTSIDE
    """For a `with` body that runs where a helper yields: the region of the body in `callee`."""
