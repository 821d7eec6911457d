"""What do the tests of `inspect`, and `callable`, say of a value?  Yes, no or not known, for each alternative.

Decorators ask them which wrapper to give, and helpers whether they are handed a class to make or a function to call.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.asking import agreed, dotted_name
from boundary.link.domain.values import (
    Atom,
    ClassAtom,
    Constant,
    Container,
    Function,
    Instance,
    ModuleAtom,
    Pattern,
    Wrapped,
)
from boundary.link.syntax.kinds import FUNCTION

if TYPE_CHECKING:
    from collections.abc import Callable

    from boundary.link.evaluator.interpreter import Interpreter

PARTIAL: Final = "partial"


def predicate(value: frozenset[Atom]) -> Callable[[Interpreter, Atom], bool | None] | None:
    """The test that a function is, if it is one of these alone."""
    if len(value) != 1:
        return None
    (atom,) = value
    return PREDICATES.get(dotted_name(atom))


def is_callable(interpreter: Interpreter, atom: Atom) -> bool | None:
    """`callable(x)`."""
    if isinstance(atom, (Function, ClassAtom)):
        return True
    if isinstance(atom, (Constant, Pattern, Container, ModuleAtom)):
        return False
    if isinstance(atom, Instance) and atom.exact and not atom.cls.library and not atom.cls.externals:
        return interpreter.classes.lookup(atom.cls, "__call__")[0] is not None
    return None


def is_class(interpreter: Interpreter, atom: Atom) -> bool | None:
    """`inspect.isclass(x)`."""
    del interpreter
    return True if isinstance(atom, ClassAtom) else False if _is_plain(atom) or isinstance(atom, Function) else None


def is_function(interpreter: Interpreter, atom: Atom) -> bool | None:
    """`inspect.isfunction(x)`."""
    del interpreter
    return _of_function(atom, answer=not _is_bound(atom))


def is_method(interpreter: Interpreter, atom: Atom) -> bool | None:
    """`inspect.ismethod(x)`: one of an object, or of a class that it was asked of."""
    del interpreter
    return _of_function(atom, answer=_is_bound(atom))


def is_routine(interpreter: Interpreter, atom: Atom) -> bool | None:
    """`inspect.isroutine(x)`: any function or method."""
    del interpreter
    return _of_function(atom, answer=True)


def is_module(interpreter: Interpreter, atom: Atom) -> bool | None:
    """`inspect.ismodule(x)`."""
    del interpreter
    if isinstance(atom, ModuleAtom):
        return True
    return False if _is_plain(atom) or isinstance(atom, (ClassAtom, Function)) else None


def is_coroutine_function(interpreter: Interpreter, atom: Atom) -> bool | None:
    """`asyncio.iscoroutinefunction(x)`: whether what it gives is to be awaited."""
    del interpreter
    return _is_written(atom, is_async=True, yields=False)


def is_generator_function(interpreter: Interpreter, atom: Atom) -> bool | None:
    """`inspect.isgeneratorfunction(x)`."""
    del interpreter
    return _is_written(atom, is_async=False, yields=True)


def is_async_generator_function(interpreter: Interpreter, atom: Atom) -> bool | None:
    """`inspect.isasyncgenfunction(x)`."""
    del interpreter
    return _is_written(atom, is_async=True, yields=True)


def _is_written(atom: Atom, *, is_async: bool, yields: bool) -> bool | None:
    """Whether a function is written so, also one behind `functools.partial`."""
    if isinstance(atom, Wrapped) and atom.kind == PARTIAL:
        return agreed([_is_written(one, is_async=is_async, yields=yields) for one in atom.inner])
    if isinstance(atom, Function):
        node = atom.function.node
        if type(node) is not FUNCTION:
            return False  # a lambda, of which the body is no statement
        return node.is_async is is_async and atom.function.is_generator is yields
    return False if _is_plain(atom) or isinstance(atom, ClassAtom) else None


def _of_function(atom: Atom, *, answer: bool) -> bool | None:
    """What is true of a function; no of everything that is none.

    A task, and what stands for something of a library, is held as a function and need not be one.
    """
    if isinstance(atom, Function):
        return None if atom.traits or atom.function.library else answer
    return False if _is_plain(atom) or isinstance(atom, ClassAtom) else None


def _is_bound(atom: Atom) -> bool:
    return isinstance(atom, Function) and atom.receiver is not None


def _is_plain(atom: Atom) -> bool:
    """Whether an atom is neither a function nor a class, whatever else it is: a text, a collection, a row."""
    return isinstance(atom, (Constant, Pattern, Container)) or (isinstance(atom, Instance) and not atom.guessed)


PREDICATES: Final[dict[str, Callable[[Interpreter, Atom], bool | None]]] = {
    "builtins.callable": is_callable,
    "inspect.isasyncgenfunction": is_async_generator_function,
    "inspect.isclass": is_class,
    "inspect.isfunction": is_function,
    "inspect.isgeneratorfunction": is_generator_function,
    "inspect.ismethod": is_method,
    "inspect.ismodule": is_module,
    "inspect.isroutine": is_routine,
    **{f"{package}.iscoroutinefunction": is_coroutine_function for package in ("asgiref.sync", "asyncio", "inspect")},
}
"""By the dotted name of the function that is called."""
