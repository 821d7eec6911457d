"""Which models do installed apps bring whose sources are at hand?  Those that loading them defines.

Where the environment is given, an app in `INSTALLED_APPS` has its tables whether or not the project's code names them:
what points at a row of the project's, or extends its model, is deleted with it. Apps with a skeleton say so themselves.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.link.frameworks.django_installed_sources import installed_modules
from boundary.link.kinds import CLASS
from boundary.link.values import ClassAtom

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from boundary.link.interpreter import Interpreter
    from boundary.link.symbols import ClassInfo, ModuleInfo


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
