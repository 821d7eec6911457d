"""What tells the callers of a runner apart?  Of what it is given for a function that it calls, what the function needs.

`run("a description", self.insert, "orders", {"id": 1})` calls what it is handed with the arguments behind it. Once a
runner has many callers, an argument is kept apart as it would be if the function were called with it at once: the
name of a table is, ids and descriptions are not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.link.arguments import narrow
from boundary.link.carrying import LEADS, positional
from boundary.link.values import BOTTOM, Container, Function
from boundary.link.weights import CARRIES, OBJECTS, weigh

if TYPE_CHECKING:
    from boundary.link.contexts import Context
    from boundary.link.interpreter import Interpreter
    from boundary.link.symbols import FunctionInfo
    from boundary.link.values import Atom, Value

Places = frozenset[int | str]
"""Arguments by position and name."""


class Runners:
    """Narrows what runners are given for the functions that they are handed."""

    def __init__(self, interpreter: Interpreter) -> None:
        self._interpreter = interpreter
        self._atoms = interpreter.atoms
        self._places: dict[FunctionInfo, Places] = {}
        self._narrowed: dict[tuple[Atom, Places, int], Value] = {}

    def narrow(
        self, function: FunctionInfo, atom: Function, arguments: dict[str, Value], narrowed: dict[str, Value]
    ) -> None:
        """Replace in `narrowed` what `*args` and `**kwargs` hold."""
        rest = [one.name for one in function.parameters if one.kind in {"args", "kwargs"}]
        handed = self._handed(arguments, atom.closure, rest)
        for name in rest:
            found: Value = BOTTOM
            for one in arguments.get(name, BOTTOM):
                found |= self._held(one, handed, function.joined)
            narrowed[name] = found or narrowed[name]

    def _handed(self, arguments: dict[str, Value], closure: Context | None, rest: list[str]) -> Places:
        """What the functions need that a runner is handed by itself, or that it was defined for."""
        found: Places = frozenset()
        for name, value in arguments.items():
            if name not in rest:
                found |= self._needed(value)
        while closure is not None:
            for value in closure.arguments.values():
                found |= self._needed(value)
            closure = closure.closure
        return found

    def _needed(self, value: Value) -> Places:
        found: Places = frozenset()
        for atom in value:
            if isinstance(atom, Function):
                found |= self._of(atom.function)
                if atom.closure is not None:  # what a decorator wrapped
                    for held in atom.closure.arguments.values():
                        for one in held:
                            if isinstance(one, Function):
                                found |= self._of(one.function)
        return found

    def _of(self, function: FunctionInfo) -> Places:
        """The arguments of a function that carry a table's name or a statement."""
        known = self._places.get(function)
        if known is None:
            weights = weigh(function, self._interpreter.dispatching)
            named = {name for name, weight in weights.items() if weight == CARRIES}
            at = {place for place, name in enumerate(positional(function.parameters)) if name in named}
            known = self._places[function] = frozenset(named | at)
        return known

    def _held(self, atom: Atom, handed: Places, level: int) -> Value:
        key = atom, handed, level
        known = self._narrowed.get(key)
        if known is None:
            if isinstance(atom, Container) and atom.entries is not None and level < 4:  # noqa: PLR2004 - the last joining
                known = self._named(atom, handed, level) if atom.kind == "dict" else self._placed(atom, handed, level)
            else:
                known = narrow(frozenset((atom,)), OBJECTS, level, self._atoms)
            self._narrowed[key] = known
        return known

    def _placed(self, atom: Container, handed: Places, level: int) -> Value:
        """Arguments by position: those behind a function are meant for it."""
        members: list[Value] = []
        start = 0
        for index, entry in enumerate(atom.entries or ()):
            needed = self._needed(entry)
            weight = CARRIES if any(index - start + more in handed for more in range(-1, LEADS)) else OBJECTS
            members.append(narrow(entry, weight, level, self._atoms))
            if any(isinstance(one, Function) for one in entry):
                handed, start = needed, index + 1
        return self._atoms.container(atom.kind, frozenset().union(*members), tuple(members))

    def _named(self, atom: Container, handed: Places, level: int) -> Value:
        """Arguments by name."""
        members = [
            (key, narrow(value, CARRIES if key in handed else OBJECTS, level, self._atoms))
            for key, value in atom.entries or ()
        ]
        return self._atoms.container(atom.kind, frozenset().union(*(value for _, value in members)), tuple(members))
