"""Which models do installed apps bring whose sources are at hand?  Those that loading them defines.

Where the environment is given, an app in `INSTALLED_APPS` has its tables whether or not the project's code names them:
what points at a row of the project's, or extends its model, is deleted with it. Apps with a skeleton say so themselves.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.values import ClassAtom, Function
from boundary.link.frameworks.django.installed_sources import installed_modules
from boundary.link.syntax.kinds import CLASS, FUNCTION

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from boundary.link.definitions.functions import FunctionInfo
    from boundary.link.definitions.symbols import ClassInfo, ModuleInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.interpreter import Interpreter

MODEL: Final = "django.db.models.base.Model"
MANAGERS: Final = frozenset({"objects", "_default_manager"})
LOOKING: Final = MANAGERS | {"_base_manager", "_get_queryset"}
"""What is asked of a model by a function that looks rows of it up, whichever model it is handed."""


def installed_classes(interpreter: Interpreter) -> Iterator[ClassInfo]:
    """The classes that the modules define which are loaded with the apps that the settings install."""
    for module in installed_modules(interpreter):
        written = [
            name for name, bindings in module.bindings.items() if any(type(one.statement) is CLASS for one in bindings)
        ]
        yield from defined(interpreter, module, written)


def defined(interpreter: Interpreter, module: ModuleInfo, names: Iterable[str]) -> Iterator[ClassInfo]:
    """The classes that a module defines by these names, under a condition or not."""
    for name in names:
        for atom in interpreter.names.value(module, name):
            if isinstance(atom, ClassAtom) and atom.cls.module is module:
                yield atom.cls


def names_model(interpreter: Interpreter, function: FunctionInfo) -> bool:
    """Whether a function of an installed app works on a model that it names (`Receipt.objects.create()`).

    So does one that calls another of its module which does.
    """
    held: dict[FunctionInfo, bool] = interpreter.frameworks.state.setdefault("functions that name models", {})
    if function not in held:
        held[function] = False  # where it calls itself
        node = function.node
        names = interpreter.bodies.names(node) if type(node) is FUNCTION else ()
        held[function] = (not MANAGERS.isdisjoint(names) and _names_one(interpreter, function.module, names)) or any(
            names_model(interpreter, atom.function)
            for name in names
            if any(type(one.statement) is FUNCTION for one in function.module.bindings.get(name, ()))
            for atom in interpreter.names.value(function.module, name)
            if isinstance(atom, Function)
        )
    return held[function]


def looks_up_rows(interpreter: Interpreter, function: FunctionInfo, first: Value) -> bool:
    """Whether a function asks the model that it is handed first for rows: `get_object_or_none(Order, pk=1)`."""
    node = function.node
    if type(node) is not FUNCTION or LOOKING.isdisjoint(interpreter.bodies.names(node)):
        return False
    return any(isinstance(atom, ClassAtom) and interpreter.classes.is_subclass(atom.cls, MODEL) for atom in first)


def _names_one(interpreter: Interpreter, module: ModuleInfo, names: Iterable[str]) -> bool:
    """Whether one of the names of a module means a model."""
    return any(
        isinstance(atom, ClassAtom) and interpreter.classes.is_subclass(atom.cls, MODEL)
        for name in names
        for atom in interpreter.names.value(module, name)
    )
