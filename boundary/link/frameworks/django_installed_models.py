"""Which models do installed apps bring whose sources are at hand?  Those that loading them defines.

Where the environment is given, an app in `INSTALLED_APPS` has its tables whether or not the project's code names them:
what points at a row of the project's, or extends its model, is deleted with it. Apps with a skeleton say so themselves.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.link.frameworks.django_installed_sources import installed_modules
from boundary.link.values import ClassAtom
from boundary.model import code

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.link.interpreter import Interpreter
    from boundary.link.symbols import ClassInfo


def installed_classes(interpreter: Interpreter) -> Iterator[ClassInfo]:
    """The classes that the modules define which are loaded with the apps that the settings install."""
    for module in installed_modules(interpreter):
        for name, bindings in list(module.bindings.items()):
            if not any(isinstance(one.statement, code.Class) for one in bindings):
                continue
            for atom in interpreter.names.value(module, name):
                if isinstance(atom, ClassAtom) and atom.cls.module is module:
                    yield atom.cls
