"""What tells the callers of a runner apart?  Of what it is given for a function that it calls, what the function needs.

`run("a description", self.insert, "orders", {"id": 1})` calls what it is handed with the arguments behind it. Once a
runner has many callers, an argument is kept apart as it would be if the function were called with it at once: the
name of a table is, ids and descriptions are not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.link.calling.arguments import ALL, narrow
from boundary.link.calling.signatures import signature
from boundary.link.calling.weigher import OBJECTS
from boundary.link.calling.weights import weigh
from boundary.link.domain.values import BOTTOM, ClassAtom, Container, Function, Instance

if TYPE_CHECKING:
    from boundary.link.calling.contexts import Context
    from boundary.link.calling.signatures import Signature
    from boundary.link.definitions.functions import FunctionInfo
    from boundary.link.domain.values import Atom, Value
    from boundary.link.evaluator.interpreter import Interpreter

Handed = tuple["FunctionInfo", ...]
"""The functions that arguments may be meant for."""


class Runners:
    """Narrows what runners are given for the functions that they are handed."""

    def __init__(self, interpreter: Interpreter) -> None:
        self._interpreter = interpreter
        self._atoms = interpreter.atoms
        self._signatures: dict[FunctionInfo, Signature] = {}
        self._narrowed: dict[tuple[Atom, Handed, int, int], Value] = {}

    def narrow(
        self, function: FunctionInfo, atom: Function, arguments: dict[str, Value], narrowed: dict[str, Value]
    ) -> None:
        """Replace in `narrowed` what `*args` and `**kwargs` hold."""
        rest = [one.name for one in function.parameters if one.kind in {"args", "kwargs"}]
        handed = self._handed(arguments, atom.closure, rest)
        every: dict[FunctionInfo, None] = dict.fromkeys(handed)
        for name in rest:
            for one in arguments.get(name, BOTTOM):
                if isinstance(one, Container):
                    self._functions(one.element, every)
        others = sum(_length(one) for name in rest for one in arguments.get(name, BOTTOM))
        for name in rest:
            found: Value = BOTTOM
            for one in arguments.get(name, BOTTOM):
                meant = tuple(every) if isinstance(one, Container) and one.kind == "dict" else handed
                found |= self._held(one, meant, others - _length(one), function.joined)
            narrowed[name] = found or narrowed[name]

    def _handed(self, arguments: dict[str, Value], closure: Context | None, rest: list[str]) -> Handed:
        """The functions that a runner is handed by themselves, or that it was defined for."""
        found: dict[FunctionInfo, None] = {}
        for name, value in arguments.items():
            if name not in rest:
                self._functions(value, found)
        while closure is not None:
            for value in closure.arguments.values():
                self._functions(value, found)
            closure = closure.closure
        return tuple(found)

    def _functions(self, value: Value, found: dict[FunctionInfo, None]) -> None:
        """The functions in a value, and in place of a decorator's wrapper what it wraps."""
        for atom in value:
            if isinstance(atom, Function):
                before = len(found)
                if (
                    atom.closure is not None
                    and weigh(atom.function, self._interpreter.dispatching)
                    and atom.function.runs
                ):
                    for held in atom.closure.arguments.values():
                        self._functions(held, found)
                if len(found) == before:
                    found[atom.function] = None

    def _held(self, atom: Atom, handed: Handed, others: int, level: int) -> Value:
        key = atom, handed, others, level
        known = self._narrowed.get(key)
        if known is None:
            if isinstance(atom, Container) and atom.entries is not None and level < ALL:
                by_name = atom.kind == "dict"
                known = self._named(atom, handed, level) if by_name else self._placed(atom, handed, others, level)
            else:
                known = narrow(atom.alone, OBJECTS, level, self._atoms)
            self._narrowed[key] = known
        return known

    def _placed(self, atom: Container, handed: Handed, named: int, level: int) -> Value:
        """Arguments by position: those behind a function are meant for it."""
        members: list[Value] = []
        entries: tuple[Value, ...] = atom.entries or ()
        start = 0
        for index, entry in enumerate(entries):
            weight = self._weight(handed, index - start, entries[start:], named)
            members.append(narrow(entry, weight, level, self._atoms))
            if any(isinstance(one, Function) for one in entry):
                found: dict[FunctionInfo, None] = {}
                self._functions(entry, found)
                handed, start = tuple(found), index + 1
        return self._atoms.container(atom.kind, frozenset().union(*members), tuple(members))

    def _weight(self, handed: Handed, place: int, given: tuple[Value, ...], named: int) -> int:
        """How much the argument at a place matters to the functions that it may be meant for."""
        found = -1
        for function in handed:
            held = self._signatures.get(function)
            if held is None:
                held = self._signatures[function] = signature(function.parameters)
            lead = -1 if _has_receiver(function, given[0]) else held.lead(len(given), named)
            at = place + lead if lead is not None else -1
            weights = weigh(function, self._interpreter.dispatching)
            found = max(found, weights[held.names[at]] if 0 <= at < len(held.names) else OBJECTS)
        return found if found >= 0 else OBJECTS

    def _named(self, atom: Container, handed: Handed, level: int) -> Value:
        """Arguments by name."""
        members: list[tuple[object, Value]] = []
        for name, value in atom.entries or ():
            weights = [weigh(function, self._interpreter.dispatching).get(name, OBJECTS) for function in handed]
            members.append((name, narrow(value, max(weights, default=OBJECTS), level, self._atoms)))
        return self._atoms.container(atom.kind, frozenset().union(*(value for _, value in members)), tuple(members))


def _has_receiver(function: FunctionInfo, first: Value) -> bool:
    """Whether the first argument for a function is the object whose method it is."""
    return function.cls is not None and any(
        isinstance(atom, (Instance, ClassAtom)) and function.cls in (atom.cls.mro or ()) for atom in first
    )


def _length(atom: Atom) -> int:
    return len(atom.entries) if isinstance(atom, Container) and atom.entries is not None else 0
