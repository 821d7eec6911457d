"""Where does a call go that is settled by hand?  A dotted name as a function that is called with unknown arguments."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import Arguments
from boundary.link.calling.contexts import Context
from boundary.link.domain.joining import join
from boundary.link.domain.values import BOTTOM, UNKNOWN, ClassAtom, Function, Instance, ModuleAtom, Native, Wrapped

if TYPE_CHECKING:
    from collections.abc import Iterable

    from boundary.link.definitions.symbols import ModuleInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.evaluator.interpreter import Interpreter

SOMETHING: Final = Arguments(rest=UNKNOWN, others=UNKNOWN)


class UnknownTargetError(LookupError):
    """No function and no class has the name; the message ends with the nearest one that there is."""


def called(interpreter: Interpreter, dotted: str) -> Context:
    """What calling a function (or a class) does, as a context of its own whose edges and touches say it.

    Evaluates the function where nothing has. Raises `UnknownTargetError` where nothing is called so.
    """
    module, names = _module_of(interpreter, dotted)
    scratch = Context(None, module, {})
    evaluator = _evaluator(interpreter, scratch)
    for atom in _value(interpreter, evaluator, module, names):
        if isinstance(atom, Function) and not atom.function.native:
            context = interpreter.calls.root_context(atom)
            evaluator.edge(context, 0)
            interpreter.demand(context, None)
        else:
            interpreter.calls.one(evaluator, atom, SOMETHING, 0)
    interpreter.drain()
    return scratch


def believed(interpreter: Interpreter, context: Context) -> Context | None:
    """The context of the same function on the same object, which is no guess; None where it was none before."""
    receiver = context.receiver
    if context.function is None or not isinstance(receiver, Instance) or not receiver.guessed:
        return None
    names = ("exact", "model", "relation", "rows", "site", "joins", "stored")
    (sure,) = interpreter.atoms.instance(receiver.cls, **{name: getattr(receiver, name) for name in names})
    (bound,) = interpreter.atoms.function(context.function, sure, context.closure)
    if not isinstance(bound, Function):
        return None
    arguments = {
        name: frozenset(sure if atom is receiver else atom for atom in value)
        for name, value in context.arguments.items()
    }
    return interpreter.demand(interpreter.crowds.context(context.function, bound, arguments, context.traits), None)


def _evaluator(interpreter: Interpreter, context: Context) -> Evaluator:
    from boundary.link.evaluator.evaluation import Evaluator  # noqa: PLC0415 - it knows the interpreter by type

    return Evaluator(interpreter, context, context.module, None)


def _module_of(interpreter: Interpreter, dotted: str) -> tuple[ModuleInfo, list[str]]:
    """The module that a dotted name begins with, and the names behind it."""
    parts = dotted.split(".")
    for length in range(len(parts) - 1, 0, -1):
        module = interpreter.find_module(".".join(parts[:length]))
        if module is not None and (module.file or length == 1):
            return module, parts[length:]
    projects = [one.name for one in interpreter.program.modules.values() if not one.library and one.file]
    raise UnknownTargetError(f"no module holds {dotted!r}{nearest(dotted.rpartition('.')[0], projects)}")


def _value(interpreter: Interpreter, evaluator: Evaluator, module: ModuleInfo, names: list[str]) -> Value:
    """The functions and classes behind the names."""
    value = interpreter.names.value(module, names[0])
    if not value:
        raise UnknownTargetError(f"{module.name} has no {names[0]!r}{nearest(names[0], module.bindings)}")
    for name in names[1:]:
        found = [_attribute(interpreter, evaluator, atom, name) for atom in value]
        known: set[str] = set()
        for atom in value:
            if isinstance(atom, ClassAtom):
                known.update(held for cls in interpreter.classes.mro(atom.cls) for held in cls.bindings)
        value = join(one for one in found if one)
        if not value:
            raise UnknownTargetError(f"{module.name}.{'.'.join(names)}: no {name!r}{nearest(name, known)}")
    callable_ = frozenset(one for one in value if isinstance(one, (Function, ClassAtom, Wrapped, Native)))
    if not callable_:
        raise UnknownTargetError(f"{module.name}.{'.'.join(names)} is no function and no class")
    return callable_


def _attribute(interpreter: Interpreter, evaluator: Evaluator, atom: object, name: str) -> Value:
    """An attribute of a class, on an instance of it; of a module, what it binds."""
    if isinstance(atom, ClassAtom):
        owner, _ = interpreter.classes.lookup(atom.cls, name)
        if owner is None:
            return BOTTOM
        return interpreter.attributes.get(evaluator, interpreter.atoms.instance(atom.cls), name, 0)
    if isinstance(atom, ModuleAtom):
        return interpreter.attributes.get(evaluator, atom.alone, name, 0)
    return BOTTOM


def nearest(word: str, known: Iterable[str]) -> str:
    """A suggestion to append to an error about `word`, or nothing."""
    near = difflib.get_close_matches(word, list(known), n=1)
    return f"; did you mean {near[0]}?" if near else ""
