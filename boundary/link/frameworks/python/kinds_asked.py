"""Which kind of thing does `inspect` say that a value is?  `isclass(x)`, `isfunction(x)`.

A decorator for functions and classes asks so which of both it is to wrap. What may be several things, or something that
is held as a function and need not be one (a task, what a library has wrapped), is not told.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.values import UNKNOWN, ClassAtom, Constant, Container, Function, Instance, Pattern

if TYPE_CHECKING:
    from collections.abc import Callable

    from boundary.link.domain.values import Atom, Value
    from boundary.link.frameworks.protocol import Handler, NativeCall


def is_class(call: NativeCall) -> Value:
    """`inspect.isclass(x)`."""
    return _told(call, lambda atom: isinstance(atom, ClassAtom))


def is_function(call: NativeCall) -> Value:
    """`inspect.isfunction(x)`: what a `def` or a `lambda` made."""
    return _told(call, lambda atom: _plain(atom) if isinstance(atom, Function) else False)


def _told(call: NativeCall, answer: Callable[[Atom], bool | None]) -> Value:
    """What is true of everything that the argument may be."""
    answers = {answer(atom) if _is_sure(atom) else None for atom in call.first}
    one = answers.pop() if len(answers) == 1 else None
    return UNKNOWN if one is None else call.atoms.constant(value=one)


def _is_sure(atom: Atom) -> bool:
    """Whether a value is nothing else than what it is held to be."""
    if isinstance(atom, Instance):
        return not atom.guessed
    return isinstance(atom, (ClassAtom, Constant, Container, Function, Pattern))


def _plain(atom: Function) -> bool | None:
    """Whether a function is one: not where it is bound to an object, or stands for what a library makes of it."""
    return True if atom.receiver is None and not atom.traits and not atom.function.library else None


NATIVES: Final[dict[str, Handler]] = {
    "inspect.isclass": is_class,
    "inspect.isfunction": is_function,
}
