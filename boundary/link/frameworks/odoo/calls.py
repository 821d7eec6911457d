"""What do clients of Odoo call?  Each call is one transaction, which the server begins and commits.

A client may call every method without an underscore before its name: buttons are such. Beside them there are rows of
models that the project declares (`create`, `write`, `unlink`, `copy`), scheduled methods (`_cron_...`), and routes of
controllers (`@http.route`). Methods that only forms and other methods are computed by are none of these. What a model
has of an abstract one is called on it; on one that no other inherits, a service or a report, it is called itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.definitions.wrappers import behind
from boundary.link.domain.values import Function
from boundary.link.frameworks.entry_functions import decorator
from boundary.link.frameworks.entry_points import enter, is_first
from boundary.link.frameworks.named_models import sent
from boundary.link.frameworks.odoo.models import models
from boundary.link.frameworks.odoo.storage import GIVEN, bound
from boundary.link.syntax.kinds import FUNCTION
from boundary.link.syntax.walking import names_of_decorators

if TYPE_CHECKING:
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.named_models import NamedModel
    from boundary.link.frameworks.protocol import Handler

STORING: Final = ("create", "write", "unlink", "copy")
NOT_CALLED: Final = frozenset(
    {"constrains", "depends", "onchange", "ondelete", "private", "property", "staticmethod", "classmethod"}
)
"""Decorators of methods that clients do not call."""
READING: Final = frozenset(
    {"default_get", "fields_get", "fields_view_get", "get_view", "name_get", "name_search", "init"}
)
SCHEDULED: Final = ("_cron",)
CLEANING: Final = "autovacuum"
"""The decorator of what is scheduled each day."""
REPORT: Final = "report."
REPORTING: Final = frozenset({"_get_report_values", "get_report_values", "generate_xlsx_report"})
"""What is asked of a model of such a name when the page is made that it is called after."""
ENTERED: Final = "odoo calls"
CALLS: Final = "rpc"


def start(interpreter: Interpreter) -> None:
    """Every call of a client is a transaction."""
    interpreter.frameworks.state["transaction per request"] = True


def finish(interpreter: Interpreter) -> bool:
    """Enter what clients call, once the bodies of all modules have been seen."""
    if not is_first(interpreter, ENTERED):
        return False
    held = models(interpreter)
    held.link()
    root = held.known(held.root)
    common = root.classes if root is not None else []  # what every model has is called on any
    above = {
        model: [one for one in interpreter.classes.mro(model.top) if not one.library and one not in common]
        for model in held
    }
    inherited = {held.of(cls) for model, classes in above.items() for cls in classes if cls not in model.classes}
    for model, classes in above.items():
        if not model.table and model in inherited:  # what it has is entered as a part of those that have rows
            continue
        called = dict.fromkeys(STORING if model.read and model.table else ())
        for cls in classes:
            called.update(dict.fromkeys(_called_on(model, cls)))
        for name in called:
            _enter(interpreter, model, name)
    return True


def _called_on(model: NamedModel, cls: ClassInfo) -> list[str]:
    """The methods of a class's own body that clients may call on a model, and those that the server calls by itself."""
    found: list[str] = []
    for name, bindings in cls.bindings.items():
        statement = bindings[-1].statement
        if type(statement) is not FUNCTION or name in READING or name.startswith("onchange"):
            continue
        decorators = names_of_decorators(statement)
        of_server = name.startswith(SCHEDULED) or CLEANING in decorators
        if model.name.startswith(REPORT):
            of_server |= name in REPORTING
        if (of_server or not name.startswith("_")) and NOT_CALLED.isdisjoint(decorators):
            found.append(name)
    return found


def _enter(interpreter: Interpreter, model: NamedModel, name: str) -> None:
    evaluator = interpreter.module_evaluator(model.first.module)
    for atom in bound(evaluator, model, name):
        if isinstance(atom, Function):
            function, _ = behind(atom.function, atom.closure)
            owner = model.first if function.library else None
            names = [one.name for one in atom.function.parameters[1:] if one.kind in {"normal", "positional"}]
            values = []
            if name == "create":
                values = [interpreter.atoms.container("list", sent(evaluator, GIVEN))]
            elif name == "write":
                values = [sent(evaluator, GIVEN)]
            given = dict(zip(names, values, strict=False))
            enter(interpreter, CALLS, f"{model.name}.{name}", atom.alone, owner, given)


NEEDS: Final = ("odoo",)
NATIVES: Final[dict[str, Handler]] = {"odoo.http.route": decorator("route")}
