"""What do clients of Tryton call?  Each call is one transaction, which the server begins and commits.

Known are the rows of every stored model (`create`, `write`, `delete`, `copy`), methods that `__rpc__` lists with
`RPC(readonly=False)`, buttons (`@ModelView.button`, `button_action`), the states of wizards (`transition_`, `do_`), the
methods of scheduled actions (`"sale.sale|process"` among the choices of `ir.cron`), and routes. What a call is about
comes from the client: rows of the model, and values of which nothing is known.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.definitions.wrappers import behind
from boundary.link.domain.values import ClassAtom, Function, Instance, Wrapped
from boundary.link.frameworks.entry_functions import decorator
from boundary.link.frameworks.entry_points import enter, is_first
from boundary.link.frameworks.named_models import sent
from boundary.link.frameworks.trytond.models import models, others
from boundary.link.frameworks.trytond.storage import GIVEN, bound, rows
from boundary.link.syntax.kinds import CALL, CONSTANT, FUNCTION
from boundary.link.syntax.walking import given, last_name, nodes_in, texts_in, written_pairs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.named_models import NamedModel

BUTTONS: Final = frozenset({"button", "button_action"})
STORING: Final = ("create", "write", "delete", "copy")
STATES: Final = ("transition_", "do_")
ENTERED: Final = "trytond calls"
CALLS: Final = "rpc"


def start(interpreter: Interpreter) -> None:
    """Every call of a client is a transaction."""
    interpreter.frameworks.state["transaction per request"] = True


def finish(interpreter: Interpreter) -> bool:
    """Enter what clients call, once the bodies of all modules have been seen."""
    if not is_first(interpreter, ENTERED):
        return False
    models(interpreter).link()
    for model in list(models(interpreter)):
        _enter_model(interpreter, model)
    for wizard in list(others(interpreter, "wizard")):
        for name in _methods(interpreter, wizard.top):
            if name.startswith(STATES):
                _enter(interpreter, CALLS, wizard.name, wizard.top, name)
    for report in list(others(interpreter, "report")):
        if any(name == "execute" for owner in interpreter.classes.mro(report.top) for name in _listed(owner)):
            _enter(interpreter, CALLS, report.name, report.top, "execute")
    _enter_scheduled(interpreter)
    return True


def _enter_scheduled(interpreter: Interpreter) -> None:
    """The methods that administrators may choose for a scheduled action."""
    held = models(interpreter)
    cron = held.known("ir.cron")
    for cls in cron.classes if cron is not None else ():
        for text in texts_in(cls.node):
            name, _, method = text.partition("|")
            model_of = held.known(name) if method.isidentifier() else None
            if model_of is not None:
                _enter(interpreter, CALLS, name, model_of.top, method)


def _enter_model(interpreter: Interpreter, model: NamedModel) -> None:
    called: dict[str, None] = dict.fromkeys(STORING if model.table and model.read else ())
    for owner in interpreter.classes.mro(model.top):
        if owner.library:
            continue
        called.update(dict.fromkeys(_buttons(owner)))
        called.update(dict.fromkeys(_listed(owner)))
    for name in called:
        _enter(interpreter, CALLS, model.name, model.top, name, model)


def _methods(interpreter: Interpreter, cls: ClassInfo) -> Iterator[str]:
    """The methods of a class and of those that it extends."""
    found: dict[str, None] = {}
    for owner in interpreter.classes.mro(cls):
        if not owner.library:
            for name, bindings in owner.bindings.items():
                if type(bindings[0].statement) is FUNCTION:
                    found[name] = None
    yield from found


def _buttons(cls: ClassInfo) -> Iterator[str]:
    """The methods of a class's own body that are buttons."""
    for name, bindings in cls.bindings.items():
        for binding in bindings:
            if type(binding.statement) is FUNCTION:
                for decorator in binding.statement.decorators:
                    bare = decorator.function if type(decorator) is CALL else decorator
                    if last_name(bare) in BUTTONS:
                        yield name


def _listed(cls: ClassInfo) -> Iterator[str]:
    """`cls.__rpc__.update({"method": RPC(readonly=False)})`, `cls.__rpc__["method"] = ...`, `__rpc__ = {...}`."""
    for name in ("__setup__", "__rpc__", "__post_setup__"):
        for binding in cls.bindings.get(name, ()):
            said = binding.statement
            for node in nodes_in(said.body) if type(said) is FUNCTION else [getattr(said, "value", None)]:
                for key, value in written_pairs(node):
                    if type(key) is CONSTANT and isinstance(key.value, str) and _writes(value):
                        yield key.value


def _writes(node: object) -> bool:
    """`RPC(readonly=False)`, `RPC(False)`: what else clients call is rolled back."""
    said = given(node, 0, "readonly") if type(node) is CALL and last_name(node.function) == "RPC" else None
    return type(said) is CONSTANT and said.value is False


def _enter(  # noqa: PLR0913, PLR0917 - one call, spelled out
    interpreter: Interpreter, kind: str, model: str, cls: ClassInfo, name: str, of: NamedModel | None = None
) -> None:
    """Evaluate a method with what a client sends: rows for a class method, then values."""
    held = interpreter.classes.lookup(cls, name)[1]
    evaluator = interpreter.module_evaluator(cls.module)
    as_class = any(isinstance(atom, Wrapped) and atom.kind in {"classmethod", "staticmethod"} for atom in held)
    holder = interpreter.atoms.class_(cls) if as_class else interpreter.atoms.instance(cls, stored=True)
    found = interpreter.attributes.get(evaluator, holder, name, 0)
    for atom in bound(interpreter, cls, name) if name == "create" else found:
        if isinstance(atom, Function):
            function, _ = behind(atom.function, atom.closure)
            owner = of.first if function.library and of is not None else None
            enter(interpreter, kind, f"{model}.{name}", atom.alone, owner, _sent(interpreter, atom, name, of))


def _sent(interpreter: Interpreter, atom: Function, name: str, of: NamedModel | None) -> dict[str, Value]:
    """The arguments that a client gives, by the names of the parameters."""
    if of is None or not isinstance(atom.receiver, (ClassAtom, Instance)):
        return {}
    evaluator = interpreter.module_evaluator(of.first.module)
    names = [one.name for one in atom.function.parameters[1:] if one.kind in {"normal", "positional"}]
    if name == "create":
        values = [interpreter.atoms.container("list", sent(evaluator, GIVEN))]
    else:
        values = [rows(evaluator, of), sent(evaluator, GIVEN)] if isinstance(atom.receiver, ClassAtom) else []
    if name == "copy":
        values = values[:1]
    return dict(zip(names, values, strict=False))


NEEDS: Final = ("trytond",)
NATIVES: Final = {"trytond.wsgi.TrytondWSGI.route": decorator("route")}
