"""What does a name of a module stand for that nothing in it binds?  What was put into the module before its code ran.

    page = importlib.util.module_from_spec(spec)
    page.router = Blueprint(name, __name__)
    spec.loader.exec_module(page)

The files of pages say `@router.route("/orders")` and bind no `router`. Which files a loop over a folder loads is not
known: the name is that of whoever puts one of this name into a module that it makes.
"""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING, Final

from boundary.link.domain.values import BOTTOM
from boundary.link.evaluator.lent import LENT
from boundary.link.syntax.kinds import NAME
from boundary.link.syntax.walking import root_name

if TYPE_CHECKING:
    from boundary.link.definitions.symbols import ModuleInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.protocol import Handler, NativeCall
    from boundary.model import code

MADE: Final = "types.ModuleType()"
"""Stands for every module that the project makes."""
MAKES: Final = "modules are made"
DEFINED: Final = "defined by what was put into modules"
NEEDS: Final = ("importlib", "imp", "types")


def made(call: NativeCall) -> Value:
    """`module_from_spec(spec)`, `ModuleType(name)`."""
    call.interpreter.frameworks.state[MAKES] = True
    return call.atoms.external(MADE)


def named(evaluator: Evaluator, node: code.Expression) -> Value:
    """A name that neither the function nor its module binds, nor Python."""
    if type(node) is not NAME or evaluator.module.library or node.id in evaluator.env or hasattr(builtins, node.id):
        return BOTTOM
    if node.id in evaluator.module.bindings or evaluator.context.closure is not None:
        return BOTTOM  # what stands in the function around it is that, known or not
    return evaluator.interpreter.read((LENT, MADE, node.id), evaluator.context)


def finish(interpreter: Interpreter) -> bool:
    """Decorators of such names were met before anything was put there: what they decorate is defined anew."""
    if MAKES not in interpreter.frameworks.state:
        return False
    done: set[tuple[str, str]] = interpreter.frameworks.state.setdefault(DEFINED, set())
    before = len(done)
    for module in [one for one in interpreter.program.modules.values() if not one.library]:
        for name, bindings in module.bindings.items():
            if (module.name, name) not in done and any(_is_put(interpreter, module, one.statement) for one in bindings):
                done.add((module.name, name))
                module.values.pop(name, None)
                interpreter.names.value(module, name)
    return len(done) > before


def _is_put(interpreter: Interpreter, module: ModuleInfo, statement: code.Node) -> bool:
    """Whether a function or class is decorated by what was put into its module."""
    names = [root_name(one) for one in getattr(statement, "decorators", ())]
    reader = interpreter.module_context(module)
    return any(name and name not in module.bindings and interpreter.read((LENT, MADE, name), reader) for name in names)


NATIVES: Final[dict[str, Handler]] = dict.fromkeys(
    ("importlib.util.module_from_spec", "imp.new_module", "types.ModuleType"), made
)
