"""Which files hold the settings that another one includes?  django-split-settings: `include("components/*.py")`.

An included file is run in the place of the call: what it sets is a setting, whatever it is called.
"""

from __future__ import annotations

import posixpath
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, Final

from boundary.link.domain.values import Constant, Pattern
from boundary.link.syntax.imports import imported_names
from boundary.link.syntax.kinds import CALL, EVALUATE, NAME

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.link.definitions.symbols import ModuleInfo
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.model import code

PACKAGE: Final = "split_settings"
INCLUDE: Final = "include"
OPTIONAL: Final = "optional"


def included(interpreter: Interpreter) -> list[ModuleInfo]:
    """The modules that include settings, and those that they include."""
    if not interpreter.frameworks.imports(PACKAGE):
        return []
    own = [one for one in list(interpreter.program.modules.values()) if not one.library]
    found: dict[str, ModuleInfo] = {}
    for module in own:
        if any(name.startswith(PACKAGE) for name in imported_names([held for _, held in module.imports])):
            patterns = list(_patterns(interpreter, module))
            for one in own if patterns else ():
                if one is module or any(fnmatchcase(one.file, pattern) for pattern in patterns):
                    found[one.name] = one
    return list(found.values())


def _patterns(interpreter: Interpreter, module: ModuleInfo) -> Iterator[str]:
    """The files that the calls of `include` at the top of a module name, from the root of the project."""
    folder = posixpath.dirname(module.file)
    for statement in module.statements:
        if type(statement) is EVALUATE:
            for given in _arguments(statement.value, INCLUDE):
                for path in _arguments(given, OPTIONAL)[:1] or (given,):
                    for text in _texts(interpreter, module, path):
                        yield posixpath.normpath(posixpath.join(folder, text))


def _arguments(node: code.Expression, name: str) -> tuple[code.Expression, ...]:
    """What a function of this name is called with; nothing where a node is no call of it."""
    if type(node) is CALL and type(node.function) is NAME and node.function.id == name:
        return tuple(node.arguments)
    return ()


def _texts(interpreter: Interpreter, module: ModuleInfo, node: code.Expression) -> Iterator[str]:
    """The paths that an expression may be; what is computed in one is any text."""
    for atom in interpreter.module_evaluator(module).evaluate(node):
        if isinstance(atom, Constant) and isinstance(atom.value, str):
            yield atom.value
        elif isinstance(atom, Pattern) and any(atom.pieces):
            yield "".join("*" if piece is None else piece for piece in atom.pieces)
