"""What does a function hand to itself that is longer each time?  A path that it walks down, a text that it adds to.

    def walk(self, folder):
        for name in self.list("show %s" % folder):
            self.walk("%s/%s" % (folder, name))

Each call would be one more caller, without end. Of such a text only the start is kept once there are a few, also where
the function calls itself through others.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.joining import join
from boundary.link.domain.texts import is_text, pieces_of
from boundary.link.domain.values import UNKNOWN, Constant, Pattern

if TYPE_CHECKING:
    from boundary.link.definitions.functions import FunctionInfo
    from boundary.link.domain.atoms import Atoms
    from boundary.link.domain.values import Atom, Value
    from boundary.link.evaluator.interpreter import Interpreter

FEW: Final = 8
"""So many callers of a function that calls itself are kept apart, whatever it hands on."""


def started_alike(interpreter: Interpreter, function: FunctionInfo, given: dict[str, Value]) -> dict[str, Value]:
    """The arguments of a call, without what a function has added to its own before it hands them to itself."""
    if not function.running or len(function.contexts) < FEW:
        return given
    atoms = interpreter.atoms
    held = next(one.arguments for one in reversed(interpreter.under_way) if one.function is function)
    return {name: _without_growth(value, held.get(name, UNKNOWN), atoms) for name, value in given.items()}


def _without_growth(value: Value, own: Value, atoms: Atoms) -> Value:
    """The value with a hole in each text behind what it has from one of the function's own."""
    if value is own or not any(isinstance(atom, (Constant, Pattern)) for atom in own):
        return value
    return join(_stem(atom, own, atoms) for atom in value)


def _stem(atom: Atom, own: Value, atoms: Atoms) -> Value:
    pieces = _pieces(atom)
    for one in own if pieces else ():
        before = _pieces(one)
        if before and _extends(pieces, before):
            return UNKNOWN if before[0] is None else atoms.pattern((before[0], None))
    return atom.alone


def _pieces(atom: Atom) -> list[str | None]:
    """The pieces of a text; nothing where it is none."""
    return pieces_of(atom) if isinstance(atom, (Constant, Pattern)) and is_text(atom) else []


def _extends(pieces: list[str | None], before: list[str | None]) -> bool:
    """Whether a text is another one with more behind it."""
    if pieces == before or len(pieces) < len(before):
        return False
    *start, last = before
    if pieces[: len(start)] != start:
        return False
    piece = pieces[len(start)]
    return piece == last or (piece is not None and last is not None and piece.startswith(last))
