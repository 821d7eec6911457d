"""What does one function do for one kind of caller?  A context: a function with the values of its parameters."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from boundary.link.domain.readers import Read
from boundary.link.domain.values import BOTTOM, NO_TRAITS
from boundary.link.effects.flow import NOTHING, Flow, noted

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping, Sequence

    from boundary.link.definitions.functions import FunctionInfo
    from boundary.link.definitions.symbols import ModuleInfo
    from boundary.link.domain.values import Atom, Value
    from boundary.model.scan import Because, Confidence, Operation, TransactionKind

OUTSIDE: Final = -1
"""The region of code that stands in no transaction of its own function."""
NO_NAMES: Final[frozenset[str]] = frozenset()
BY_GUESS: Final = "asked of an object that is guessed"
"""The trait of a function of a class that was found by way of such an object: what it does is guessed, too."""
FLUSHING: Final = ("flushing",)
"""The trait of a function that a flush runs: a commit in it, of a session on the same connection, ends nothing."""
ANSWERING: Final = ("answering",)
"""The trait of a function by which a framework answers a request once the view is through (`effects/answering.py`)."""
UNIT: Final = -2
"""Stands for the unit of work around a helper's `yield`, where an edge names a region."""


class Touch:
    """One access to a table as a context makes it. Equal to another one where all of it is; never changed."""

    __slots__ = ("because", "confidence", "database", "line", "op", "region", "rule", "table")

    def __init__(  # noqa: PLR0913, PLR0917 - one record, spelled out
        self,
        table: str,
        op: Operation,
        line: int,
        region: int,
        confidence: Confidence,
        because: Because | None,
        rule: str,
        database: str | None = None,
    ) -> None:
        self.table = table
        self.op = op
        self.line = line
        self.region = region
        self.confidence = confidence
        self.because = because
        self.rule = rule
        self.database = database
        """The database that a connection names; None where that is not known, or where tables say it."""

    def changed(
        self,
        *,
        table: str | None = None,
        op: Operation | None = None,
        region: int | None = None,
        because: Because | None = None,
        rule: str | None = None,
    ) -> Touch:
        """The same access but for what is given."""
        return Touch(
            self.table if table is None else table,
            self.op if op is None else op,
            self.line,
            self.region if region is None else region,
            self.confidence,
            self.because if because is None else because,
            self.rule if rule is None else rule,
            self.database,
        )

    def __hash__(self) -> int:
        """By what mostly tells accesses of one context apart."""
        return hash(self.table) ^ (self.line << 3) ^ self.region

    def __eq__(self, other: object) -> bool:
        """Whether everything is the same."""
        return (
            isinstance(other, Touch)
            and self.line == other.line
            and self.region == other.region
            and self.table == other.table
            and self.op == other.op
            and self.confidence == other.confidence
            and self.because == other.because
            and self.rule == other.rule
            and self.database == other.database
        )


OWN: Final = "own"
"""A connection that was made for the block: it is no part of a transaction that is open around it."""
DRIVER: Final = "driver"
"""The same, made by a driver: the rows of an ORM that are met inside are on the ORM's own."""
THREAD: Final = "thread"
"""That of the thread or request: it is a part of what is open on that, and of no work on a connection of its own."""


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
    turn: tuple[int, ...] = ()
    """In which round of which loops it was opened, of those that keep their rounds apart (`evaluator/loops.py`); and
    on which object, where a library opens it in a method of one."""
    on: str = ""
    """What connection it is on (`OWN`, `DRIVER`, `THREAD`), where that is known; else it is the one around it."""


FILE: Final = "-- file: "
"""What stands before the path of a file of SQL in a text that was read of it, and in a `RoutineCall` of all of it."""
QUERY: Final = "-- name: "
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
    called: str = ""
    """What is called there, as it is written, if it is a call that is not resolved, or not all of it."""
    by_key: bool = False
    """Whether it is a call as of a dict's method, with a text for its key."""
    cut: bool = False
    """Whether it is a call of one of more than are kept apart."""
    at: tuple[str, int] | None = None
    """Where it is told, for what is one thing wherever it is looked up: a file, and a line in it."""


class Context(Read):
    """A function, analysed for one tuple of the values that matter to it; who reads its result is run after it."""

    __slots__ = (
        "arguments",
        "blinds",
        "closure",
        "edges",
        "enclosed",
        "entered",
        "enters",
        "env",
        "extended",
        "filled",
        "flow",
        "function",
        "late",
        "module",
        "number",
        "receiver",
        "regions",
        "returned",
        "root",
        "routines",
        "runs",
        "seen",
        "state",
        "touches",
        "traits",
        "views",
        "yielded",
        "yields",
    )

    def __init__(  # noqa: PLR0913, PLR0917 - one tuple of values, spelled out
        self,
        function: FunctionInfo | None,
        module: ModuleInfo,
        arguments: dict[str, Value],
        receiver: Atom | None = None,
        closure: Context | None = None,
        traits: frozenset[Hashable] = NO_TRAITS,
        *,
        root: bool = False,
        flow: Flow | None = None,
    ) -> None:
        super().__init__()
        self.function = function
        self.module = module
        self.arguments = arguments
        self.receiver = receiver
        self.closure = closure
        self.traits = traits
        self.number = 0
        """Its place in the order of making."""
        self.state = "new"
        self.runs = 0
        self.returned: Value = BOTTOM
        self.yielded: Value = BOTTOM
        self.env = arguments
        """Its variables as functions that are defined in it see them; one that defines none keeps no others."""
        self.seen: dict[str, dict[Context, Value | None]] | None = None
        """Which functions that are defined in it have looked at which of its variables, and what these were then."""
        self.views: dict[tuple[tuple[str, Value], ...], Context] | None = None
        """The same function with some of its variables as they are at one point (`evaluator/enclosing.py`)."""
        self.enclosed: frozenset[str] = NO_NAMES
        """The variables that a function inside of this one sets or fills."""
        self.filled: dict[str, Value] | None = None
        """What is put into the collections that its parameters are (`members/filling.py`)."""
        self.touches: dict[Touch, None] = {}
        self.edges: dict[Edge, None] = {}
        self.regions: Sequence[Region] = ()
        self.routines: Mapping[RoutineCall, None] = NOTHING
        self.blinds: Mapping[Blind, None] = NOTHING
        self.yields: Mapping[int, None] = NOTHING
        self.extended: Mapping[Edge, None] = NOTHING
        """`with` bodies of callers that run where this helper yields."""
        self.entered: list[tuple[Context, Edge]] | None = None
        """The helpers that this context enters, each with the edge by which it knows the body."""
        self.enters: str | None = None
        """The database of a transaction that the function enters by hand (`atomic().__enter__()`)."""
        self.late = False
        """Whether a caller has committed before it handed over rows: an ORM asks for them again."""
        self.root = root
        self.flow = Flow() if flow is None else flow
        """The order in which things happen, for units of work; empty where the program has none."""

    def view(self, variables: dict[str, Value]) -> Context:
        """What is seen where these variables are so, and the others whatever they are."""
        if self.views is None:
            self.views = {}
        key = tuple(variables.items())
        made = self.views.get(key)
        if made is None:
            made = self.views[key] = Context(
                self.function, self.module, self.arguments, self.receiver, self, self.traits, flow=self.flow
            )
            made.number, made.state, made.env = self.number, "done", variables
        return made

    def seen_by(self, reader: Context, name: str, value: Value | None) -> None:
        """A function that is defined in this one looks at a variable; None where that has no value yet."""
        if self.seen is None:
            self.seen = {}
        self.seen.setdefault(name, {})[reader] = value

    def outdated(self, name: str, value: Value) -> list[Context]:
        """The functions that have seen less of a variable than it is now; from here on they have seen that."""
        readers = self.seen.get(name) if self.seen is not None else None
        if not readers:
            return []
        found = [one for one, held in readers.items() if held is None or (held is not value and not value <= held)]
        readers.update(dict.fromkeys(found, value))
        return found

    def enter(self, helper: Context, edge: Edge) -> None:
        """The body of a `with` runs where a helper yields."""
        helper.run_inside(edge)
        if self.entered is None:
            self.entered = []
        self.entered.append((helper, edge))

    def leave(self) -> None:
        """Forget the helpers that an evaluation before this one entered: their bodies may be other regions now."""
        for helper, edge in self.entered or ():
            helper.run_no_more(edge)
        self.entered = None

    def note_blind(self, blind: Blind) -> None:
        """Record something that the context could not see."""
        self.blinds = noted(self.blinds, {blind: None})

    def see(self, blind: Blind) -> None:
        """Something that could not be seen is seen now."""
        self.blinds = {one: None for one in self.blinds if one != blind}

    def note_routine(self, call: RoutineCall) -> None:
        """Record a call of a routine of the database."""
        self.routines = noted(self.routines, {call: None})

    def note_yield(self, region: int) -> None:
        """Record that the context yields in one of its regions."""
        self.yields = noted(self.yields, {region: None})

    def open_at_yields(self) -> list[int]:
        """The regions in which the context yields, in order."""
        return sorted([one for one in self.yields if 0 <= one < len(self.regions)])

    def open(self, region: Region) -> int:
        """Add a region; its number."""
        if not isinstance(self.regions, list):
            self.regions = []
        self.regions.append(region)
        return len(self.regions) - 1

    def run_inside(self, edge: Edge) -> None:
        """The body of a caller's `with` runs where this helper yields."""
        self.extended = noted(self.extended, {edge: None})

    def run_no_more(self, edge: Edge) -> None:
        """The same body does not run here, after all."""
        if edge in self.extended:
            self.extended = {one: None for one in self.extended if one != edge}

    def forget(self) -> None:
        """Begin anew: what an evaluation before this one recorded may not be so any more."""
        self.leave()
        self.touches.clear()
        self.edges.clear()
        self.routines, self.blinds, self.yields = NOTHING, NOTHING, NOTHING
        self.regions = ()
        self.flow.clear()

    def shell(self) -> Context:
        """The same function for the same values, with neither accesses nor calls; all else is shared."""
        made = Context(
            self.function, self.module, self.arguments, self.receiver, self.closure, self.traits, flow=self.flow
        )
        made.number, made.state, made.runs = self.number, self.state, self.runs
        made.returned, made.yielded, made.env = self.returned, self.yielded, self.env
        made.regions, made.routines, made.blinds = self.regions, self.routines, self.blinds
        made.yields, made.extended = self.yields, self.extended
        made.readers, made.last = self.readers, self.last
        made.enters, made.enclosed, made.filled = self.enters, self.enclosed, self.filled
        made.late, made.entered = self.late, self.entered
        return made

    def __repr__(self) -> str:
        name = self.function.dotted if self.function else self.module.name
        return f"<{name} on {self.receiver!r}>"

    @property
    def is_view(self) -> bool:
        """Whether it is what another context looks like at one point; that runs, and this does not."""
        return self.closure is not None and self.closure.function is self.function

    @property
    def library(self) -> bool:
        """Whether the code is read for its definition only: what it does is its callers' doing."""
        return self.module.library


class Edge:
    """One call from a context to another. A deferred call leaves the transaction. Equal where all of it is."""

    __slots__ = ("because", "body", "callee", "confidence", "deferred", "line", "region")

    def __init__(  # noqa: PLR0913, PLR0917 - one record, spelled out
        self,
        callee: Context,
        line: int,
        region: int,
        confidence: Confidence = "certain",
        because: Because | None = None,
        deferred: bool = False,  # noqa: FBT001, FBT002 - mostly told by its name
        body: int = OUTSIDE,
    ) -> None:
        self.callee = callee
        self.line = line
        self.region = region
        self.confidence = confidence
        self.because = because
        self.deferred = deferred
        self.body = body
        """For a `with` body that runs where a helper yields: the region of the body in `callee`."""

    def __hash__(self) -> int:
        """By what mostly tells the calls of one context apart."""
        return (self.callee.number << 7) ^ (self.line << 3) ^ self.region

    def __eq__(self, other: object) -> bool:
        """Whether everything is the same."""
        return (
            isinstance(other, Edge)
            and self.callee is other.callee
            and self.line == other.line
            and self.region == other.region
            and self.confidence == other.confidence
            and self.because == other.because
            and self.deferred == other.deferred
            and self.body == other.body
        )
