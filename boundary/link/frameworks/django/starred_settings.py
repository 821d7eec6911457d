"""Of which modules do settings consist that are put together by stars?  `from .apps import *`, `from .rest import *`.

A module that takes everything of two or more others, one of which is known to hold settings, holds the settings of all
of them. One that takes everything of a single module is that with something changed, for tests as often as not, and
tells nothing new; nor does what is taken where a condition holds: that is how one deployment differs from another.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.link.syntax.kinds import IMPORT_FROM, TRY

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from boundary.link.definitions.symbols import ModuleInfo
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.model import code


def put_together(interpreter: Interpreter, known: Iterable[ModuleInfo]) -> list[ModuleInfo]:
    """The modules that take everything of a known one and of others, and those that they take it of."""
    found = dict.fromkeys(known)
    before = len(found)
    own = [one for one in list(interpreter.program.modules.values()) if one.stars and not one.library]
    parts = {module: list(dict.fromkeys(_parts(interpreter, module))) for module in own if found}
    growing = True
    while growing:
        growing = False
        for module, held in parts.items():
            whole = len(held) > 1 and any(one in found for one in (module, *held))
            if whole and any(one not in found for one in (module, *held)):
                found |= dict.fromkeys((module, *held))
                growing = True
    return list(found)[before:]


def _parts(interpreter: Interpreter, module: ModuleInfo) -> Iterator[ModuleInfo]:
    """The modules of the project of which a module takes everything, whatever holds."""
    for statement in _always(module.body):
        source = interpreter.find_module(interpreter.names.absolute(module, statement.level, statement.module))
        if source is not None and not source.library and source is not module:
            yield source


def _always(body: tuple[code.Statement, ...]) -> Iterator[code.ImportFrom]:
    for statement in body:
        if type(statement) is IMPORT_FROM and statement.names and statement.names[0].name == "*":
            yield statement
        elif type(statement) is TRY:
            yield from _always(statement.body)
