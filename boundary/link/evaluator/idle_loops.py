"""Which statements at the top of a module never run?  Those in a loop over what is known to hold nothing.

`for label in settings.FOLLOWED: post_save.connect(follow, apps.get_model(label))` connects nothing where the setting is
an empty tuple or list. A tuple stays as it is, and so does what settings say before anything else is loaded.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.link.domain.asking import truth
from boundary.link.members.emptiness import is_bare
from boundary.link.syntax.kinds import ATTRIBUTE, FOR, NAME
from boundary.link.syntax.scopes import flat

if TYPE_CHECKING:
    from boundary.link.definitions.symbols import ModuleInfo
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.model import code


def statements_that_run(interpreter: Interpreter, module: ModuleInfo) -> list[code.Statement]:
    """All statements at the top of a module, but for those in loops that go through nothing."""
    idle = {
        id(one)
        for statement in module.statements
        if type(statement) is FOR and _holds_nothing(interpreter, module, statement.iterable)
        for one in flat(statement.body)
    }
    return [one for one in module.statements if id(one) not in idle] if idle else module.statements


def _holds_nothing(interpreter: Interpreter, module: ModuleInfo, written: code.Expression) -> bool:
    if type(written) is not NAME and type(written) is not ATTRIBUTE:
        return False
    value = interpreter.module_evaluator(module).evaluate(written)
    is_setting = type(written) is ATTRIBUTE and written.name.isupper()
    return truth(value) is False or (is_setting and bool(value) and all(map(is_bare, value)))
