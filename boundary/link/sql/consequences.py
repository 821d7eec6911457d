"""What does a write set off in the database?  The triggers that it fires and the foreign keys that it cascades along.

For each table and operation that has any, one context stands for all that follows; whoever writes has an edge to it.
It counts as library code: what happens there is the doing of the line that writes.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple

from boundary.link.calling.contexts import OUTSIDE, Context, Edge, Touch
from boundary.link.definitions.symbols import ModuleInfo
from boundary.model.facts import ModuleFacts, SourceModule

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from boundary.model.scan import Operation

_ACTIONS: Final[dict[str, Operation]] = {"cascade": "delete", "set null": "update", "set default": "update"}

NO_TABLES: Final[frozenset[str]] = frozenset()


class Reference(NamedTuple):
    """A foreign key between tables of the document, with what it does when the row that it points to is deleted."""

    table: str
    to: str
    columns: tuple[str, ...]
    on_delete: str | None
    file: str | None
    line: int


class Consequences:
    """What follows from a write, by table and operation."""

    def __init__(self, references: Iterable[Reference], owners: Collection[tuple[str, str]] = ()) -> None:
        self._owners = owners
        self._references: dict[str, list[Reference]] = defaultdict(list)
        for reference in references:
            if reference.on_delete in _ACTIONS:
                self._references[reference.to].append(reference)
        self._triggers: dict[tuple[str, str], list[Context]] = defaultdict(list)
        self._instead: set[tuple[str, str]] = set()
        self._contexts: dict[tuple[str, str, bool, frozenset[str]], Context | None] = {}
        facts = ModuleFacts((), 0, 0)
        source = SourceModule("", "", facts, library=True)
        self._module = ModuleInfo(source, "", "", True, "", {}, [])  # noqa: FBT003 - a module that is a library

    def fire(self, table: str, event: str, trigger: Context, *, instead: bool) -> None:
        """Let a trigger follow from an event on a table, or stand for it."""
        self._triggers[table, event].append(trigger)
        if instead:
            self._instead.add((table, event))

    def instead(self, table: str, op: str) -> bool:
        """Whether a trigger does something else in the place of a write."""
        return (table, op) in self._instead

    def of(self, table: str, op: str, *, owned: bool = False, free: frozenset[str] = NO_TABLES) -> Context | None:
        """The context of what follows from a write, or None where nothing does.

        What is `owned` is deleted with the row of another table that points at it: no other such row does. Nor do
        those of tables that are `free`: they were told before that the row goes.
        """
        key = table, op, owned, free
        if key not in self._contexts:
            self._contexts[key] = None if not self._has_any((table, op)) else Context(None, self._module, {})
            context = self._contexts[key]
            if context is not None:
                self._fill(context, (table, op), owned=owned, free=free)
        return self._contexts[key]

    def all(self) -> list[Context]:
        """The contexts that somebody asked for."""
        return [context for context in self._contexts.values() if context is not None]

    def _has_any(self, key: tuple[str, str]) -> bool:
        table, op = key
        return bool(self._triggers.get(key)) or (op == "delete" and bool(self._references.get(table)))

    def _fill(self, context: Context, key: tuple[str, str], *, owned: bool, free: frozenset[str]) -> None:
        for trigger in self._triggers.get(key, ()):
            context.edges[Edge(trigger, 0, OUTSIDE, "certain", "trigger")] = None
        if key[1] != "delete":
            return
        for reference in self._references.get(key[0], ()):
            if reference.table in free or (owned and (reference.table, reference.to) in self._owners):
                continue
            op = _ACTIONS[reference.on_delete or ""]
            rule = f"foreign key of {reference.table}"
            if reference.file:
                rule += f" at {reference.file}:{reference.line}"
            context.touches[Touch(reference.table, op, 0, OUTSIDE, "certain", "cascade", rule)] = None
            following = self.of(reference.table, op)
            if following is not None and following is not context:
                context.edges[Edge(following, 0, OUTSIDE, "certain", "cascade")] = None


def writes(context: Context) -> bool:
    """Whether a context or what it calls writes anything (for contexts of the database alone)."""
    done: set[int] = set()
    stack = [context]
    while stack:
        one = stack.pop()
        if id(one) in done:
            continue
        done.add(id(one))
        if any(touch.op != "read" for touch in one.touches):
            return True
        stack += [edge.callee for edge in one.edges]
    return False
