"""What is in the monolith?  The document ``boundary/1``: tables, transactions, accesses, splits.

The values here are the JSON document of ``boundary scan --format json``, field by field; other programs
depend on its form, so a field is added, never renamed.
"""

from __future__ import annotations

from functools import cached_property
from typing import Final, Literal

import msgspec

Operation = Literal["read", "insert", "update", "delete", "lock"]
Confidence = Literal["certain", "inferred", "guessed"]
RANK: Final[dict[Confidence, int]] = {"certain": 0, "inferred": 1, "guessed": 2}
"""Confidences in their order, the surest first."""
Because = Literal["signal", "cascade", "override", "trigger", "m2m", "inheritance", "template"]
TransactionKind = Literal["block", "decorator", "request", "unit_of_work", "implicit", "sql_script", "routine"]

BINDING: frozenset[str] = frozenset({"insert", "update", "delete", "lock"})
"""The operations that bind a table to its transaction; a read only weighs."""


class Value(msgspec.Struct, frozen=True):
    """Base of the document's values: immutable."""


class Frame(Value, frozen=True):
    """One call site of a witness: the call at `file:line`, made by `function`."""

    file: str
    line: int
    function: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line} in {self.function}"


class Access(Value, frozen=True):
    """One read, insert, update, delete or lock of one table at one `file:line`.

    `via` is the witness: the call sites from the transaction (outermost first) down to the function that holds the
    access, empty where the access stands in the transaction's own code. `rule` names why the analysis believes it,
    `template` the place in a template, as `file:line`, that makes the code do it; it is left out where there is none.
    `library` is the package that does it unasked to a table of its own, as a receiver of signals, in a view or a
    middleware that it brings: `django_admin_log` is written by `django.contrib.admin`. It is left out elsewhere.
    """

    table: str
    op: Operation
    file: str = ""
    line: int = 0
    function: str = ""
    confidence: Confidence = "certain"
    because: Because | None = None
    rule: str | None = None
    via: tuple[Frame, ...] = ()
    template: str | msgspec.UnsetType = msgspec.UNSET
    library: str | msgspec.UnsetType = msgspec.UNSET

    def __str__(self) -> str:
        return f"{self.op} {self.table} at {self.file}:{self.line} in {self.function}"

    @property
    def binds(self) -> bool:
        """Whether this access ties its table to the transaction (writes and locks do, reads do not)."""
        return self.op in BINDING


class BlindSpot(Value, frozen=True):
    """Something that the analysis could not see, mostly inside a transaction."""

    file: str
    line: int
    reason: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.reason}"


class Guess(Value, frozen=True):
    """Something that is believed for a name alone, at `file:line` of `function`.

    The `call`, as it is written, is taken to go to the functions `reaches`, and what stands there to touch `tables`.
    """

    file: str
    line: int
    function: str
    call: str | None = None
    reaches: tuple[str, ...] = ()
    tables: tuple[str, ...] = ()

    def __str__(self) -> str:
        taken = ", ".join((*self.reaches, *self.tables))
        return f"{self.call or 'what stands'} at {self.file}:{self.line} is taken for {taken}"


class Transaction(Value, frozen=True):
    """A region of code whose writes commit or roll back together, with all that its calls do inside it.

    `entered_at` is for one that a helper opens around its `yield`: the `with` whose body runs in it. What stands there
    is listed, too, and mostly the same transaction (`Scan.distinct`).
    """

    id: str
    kind: TransactionKind
    function: str
    file: str
    line: int
    end_line: int = 0
    database: str | None = "default"
    receiver: str | None = None
    accesses: tuple[Access, ...] = ()
    blind_spots: tuple[BlindSpot, ...] = ()
    entered_at: Frame | msgspec.UnsetType = msgspec.UNSET

    def __str__(self) -> str:
        entered = f" on {self.receiver}" if self.receiver else ""
        return f"{self.function}{entered} ({self.kind} at {self.file}:{self.line})"

    @property
    def bound_tables(self) -> frozenset[str]:
        """The tables that this transaction writes or locks: they cannot be divided."""
        return frozenset(access.table for access in self.accesses if access.binds)

    def is_within(self, other: Transaction) -> bool:
        """Whether another transaction binds all that this one does, as surely."""
        return (
            self.database == other.database
            and self.bound_tables <= other.bound_tables
            and self._surely_bound <= other._surely_bound
        )

    @property
    def _surely_bound(self) -> set[str]:
        return {access.table for access in self.accesses if access.binds and access.confidence != "guessed"}


class Module(Value, frozen=True):
    """One source file, by its dotted name."""

    name: str
    file: str
    lines: int


class Table(Value, frozen=True):
    """One database table by its real name; `file` and `line` point at its definition where it is known."""

    name: str
    schema: str | None = None
    database: str | None = "default"
    model: str | None = None
    file: str | None = None
    line: int | None = None

    def __str__(self) -> str:
        return self.name


class View(Value, frozen=True):
    """A view, with the tables that it is made of, through other views: an access to it is an access to them."""

    name: str
    schema: str | None = None
    tables: tuple[str, ...] = ()
    materialized: bool = False
    file: str | None = None
    line: int | None = None

    def __str__(self) -> str:
        return self.name

    @property
    def described(self) -> str:
        """The view as the `rule` of an access through it names it."""
        place = f" at {self.file}:{self.line}" if self.file else ""
        return f"{'materialized ' if self.materialized else ''}view {self.name}{place}"


class ForeignKey(Value, frozen=True):
    """A reference from one table's column to another table."""

    from_: str = msgspec.field(name="from")
    to: str
    column: str
    on_delete: str | None = None
    file: str | None = None
    line: int | None = None


class EntryPoint(Value, frozen=True):
    """Where the outside calls in.

    No two of a kind have one `name`: a route is its whole path, as far as it is known, and the methods that one class
    or path leads to are told by their functions.

    `kind` is route, mutation, task, command, signal, admin, middleware, cli, cron or rpc.
    `reaches` has one access per table and operation that a call of it may come to, inside transactions and outside,
    and in the page that is rendered after it, without what else is deferred and without the calls on the way.
    """

    kind: str
    name: str
    function: str
    file: str
    line: int
    reaches: tuple[Access, ...] = ()


class Deferred(Value, frozen=True):
    """Work that leaves the transaction: at `file:line`, `function` has `calls` run later, which comes to `reaches`."""

    file: str
    line: int
    function: str
    calls: str
    reaches: tuple[Access, ...] = ()

    def __str__(self) -> str:
        return f"{self.calls} deferred at {self.file}:{self.line} in {self.function}"


class SettingRead(Value, frozen=True):
    """One place at which `function` (or a module, at its top level) reads a setting or an environment variable.

    `into` is the name that is given the value, where a module's top level does so: the setting that a variable feeds.
    """

    kind: Literal["setting", "environment"]
    name: str
    file: str
    line: int
    function: str
    into: str | None = None


class Coupling(Value, frozen=True):
    """One place at which two modules or tables depend on one another: `kind` is import, call or join.

    Imports and calls go from module to module, joins from table to table. `function` is the one in which the place
    stands; `target` is what is imported or called, by its dotted name. A `deferred` call leaves the transaction;
    `because` says what hides a call that the line does not show.
    """

    kind: str
    from_: str = msgspec.field(name="from")
    to: str
    file: str
    line: int
    function: str = ""
    target: str = ""
    deferred: bool = False
    because: Because | None = None
    confidence: Confidence = "certain"


class UnreadableFile(Value, frozen=True):
    """A file that could not be read, and why."""

    file: str
    reason: str

    def __str__(self) -> str:
        return f"{self.file}: {self.reason}"


class UnreadPackage(Value, frozen=True):
    """A package whose source was not read: how many of the project's classes have a base in it, and which bases.

    `stores` says that it is one that keeps data, in tables or otherwise: what the project does there is not known.
    """

    name: str
    classes: int
    bases: tuple[str, ...] = ()
    stores: bool = False


class JoinedFunction(Value, frozen=True):
    """A function of which all callers are taken for one, and where it is defined."""

    function: str
    file: str
    line: int


class Completeness(Value, frozen=True):
    """How much of the monolith was understood.

    `callers_joined` counts the functions that so much calls, with so much, that all their callers are taken for one:
    what one of them hands over may be done for another. `joined` says which they are.
    `unread` are the packages that were not read on which classes of the project stand, which an environment has, and
    those that keep its data. `elsewhere` are statements, and tables of unknown names, outside of all transactions.
    """

    files: int = 0
    unreadable: tuple[UnreadableFile, ...] = ()
    calls: int = 0
    calls_resolved: int = 0
    calls_external: int = 0
    sql_strings: int = 0
    sql_understood: int = 0
    blind_spots: int = 0
    seconds: float = 0.0
    callers_joined: int = 0
    unread: tuple[UnreadPackage, ...] = ()
    joined: tuple[JoinedFunction, ...] = ()
    elsewhere: tuple[BlindSpot, ...] = ()


class Context(Value, frozen=True):
    """A bounded context: a set of tables and the modules that own them.

    `returns` is the share of its tables that comes back with other seeds and less evidence, where that was asked.
    """

    name: str
    tables: tuple[str, ...] = ()
    modules: tuple[str, ...] = ()
    entry_points: tuple[str, ...] = ()
    returns: float | None = None


class Seam(Value, frozen=True):
    """One place at which a transaction reaches into another context: the call to `calls` at `file:line`."""

    file: str
    line: int
    function: str
    calls: str


class Relaxed(Value, frozen=True):
    """A seam that a split asks to relax: what it costs, by which remedy, which transactions it frees (their ids)."""

    seam: Seam
    price: float
    remedy: str
    frees: tuple[str, ...] = ()
    tables: tuple[str, ...] = ()


class Split(Value, frozen=True):
    """A division of the monolith into contexts.

    `shared` are modules that belong to no single context (shared kernel), `composers` modules that only compose
    several. `metrics` maps a metric's name to its value.
    """

    name: str
    price: float
    contexts: tuple[Context, ...]
    shared: tuple[str, ...] = ()
    composers: tuple[str, ...] = ()
    relaxed: tuple[Relaxed, ...] = ()
    metrics: dict[str, float] = msgspec.field(default_factory=dict)


class Scan(Value, frozen=True, kw_only=True, dict=True):
    """The whole document."""

    schema: str = "boundary/1"
    root: str
    dialect: str | None = None
    completeness: Completeness = msgspec.field(default_factory=Completeness)
    modules: tuple[Module, ...] = ()
    tables: tuple[Table, ...] = ()
    foreign_keys: tuple[ForeignKey, ...] = ()
    views: tuple[View, ...] = ()
    entry_points: tuple[EntryPoint, ...] = ()
    transactions: tuple[Transaction, ...] = ()
    accesses: tuple[Access, ...] = ()
    couplings: tuple[Coupling, ...] = ()
    guesses: tuple[Guess, ...] = ()
    deferred: tuple[Deferred, ...] = ()
    settings_read: tuple[SettingRead, ...] = ()
    splits: tuple[Split, ...] = ()

    def distinct(self) -> tuple[Transaction, ...]:
        """The transactions, each once: without those of helpers that bind nothing which the `with` on them does not."""
        return self._distinct

    @cached_property
    def _distinct(self) -> tuple[Transaction, ...]:
        blocks: dict[Frame, list[Transaction]] = {}
        for one in self.transactions:
            if one.entered_at is msgspec.UNSET:
                blocks.setdefault(Frame(one.file, one.line, one.function), []).append(one)
        return tuple(
            one
            for one in self.transactions
            if one.entered_at is msgspec.UNSET or not any(map(one.is_within, blocks.get(one.entered_at, ())))
        )
