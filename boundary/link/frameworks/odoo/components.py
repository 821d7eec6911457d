"""What do components of OCA's framework do?  One class for all classes of a name; they are found by what they are for.

    class Picking(Component):
        _name = "shop.picking"
        _inherit = "base.rest.service"
        _usage = "picking"
        _apply_on = "stock.picking"

        def scan(self, barcode):
            self.component(usage="lock").lock(self.model.search([]))

`self.model` is the model that it works for, `self.component(usage)` another one of that use. The public methods of a
service are called by clients; each call is a transaction.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.asking import strings
from boundary.link.domain.joining import join
from boundary.link.domain.values import UNKNOWN, Function, Instance
from boundary.link.frameworks.entry_points import enter, is_first
from boundary.link.frameworks.named_models import NamedModels
from boundary.link.frameworks.odoo.models import declaring, models, put_together, texts_of
from boundary.link.frameworks.odoo.storage import rows
from boundary.link.frameworks.records import text
from boundary.link.syntax.kinds import FUNCTION
from boundary.link.syntax.walking import names_of_decorators

if TYPE_CHECKING:
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.named_models import NamedModel
    from boundary.link.frameworks.protocol import Handler, NativeCall

CORE: Final = "odoo.addons.component.core"
BASE: Final = f"{CORE}.AbstractComponent"
CONCRETE: Final = f"{CORE}.Component"
STATE: Final = "odoo components"
ENTERED: Final = "odoo services"
SERVICE: Final = "base.rest.service"
VALIDATOR: Final = "validator"
"""What a component is for that says how the requests and answers of another one look."""
NOT_CALLED: Final = frozenset({"classmethod", "property", "staticmethod"})
CALLS: Final = "rpc"


def start(interpreter: Interpreter) -> None:
    """Put the classes of each name together."""
    put_together(interpreter, declaring(interpreter, BASE), components(interpreter))


def components(interpreter: Interpreter) -> NamedModels:
    """The components of the registry, by their names."""
    held: NamedModels | None = interpreter.frameworks.state.get(STATE)
    if held is None:
        held = interpreter.frameworks.state[STATE] = NamedModels(
            interpreter, CONCRETE, BASE, lambda _: None, lambda _: (), at=0
        )
    return held


def finish(interpreter: Interpreter) -> bool:
    """Enter what clients call of services, once the bodies of all modules have been seen."""
    if not is_first(interpreter, ENTERED):
        return False
    held = components(interpreter)
    for component, usage in _concrete(interpreter).items():
        above = [one for one in interpreter.classes.mro(component.top) if not one.library]
        if SERVICE not in {one.name for one in map(held.of, above) if one is not None}:
            continue
        if VALIDATOR not in usage.split("."):
            for name in dict.fromkeys(name for cls in above for name in _called_on(cls)):
                _enter(interpreter, component, name)
    return True


def _called_on(cls: ClassInfo) -> list[str]:
    """The methods of a class's own body that clients may call."""
    last = {name: bindings[-1].statement for name, bindings in cls.bindings.items() if not name.startswith("_")}
    return [
        name
        for name, statement in last.items()
        if type(statement) is FUNCTION and NOT_CALLED.isdisjoint(names_of_decorators(statement))
    ]


def _enter(interpreter: Interpreter, component: NamedModel, name: str) -> None:
    evaluator = interpreter.module_evaluator(component.first.module)
    (holder,) = interpreter.atoms.instance(component.top)
    for atom in interpreter.attributes.get(evaluator, holder.alone, name, component.first.line):
        if isinstance(atom, Function):
            enter(interpreter, CALLS, f"{component.name}.{name}", atom.alone)


def _concrete(interpreter: Interpreter) -> dict[NamedModel, str]:
    """The components that are no abstract ones, each with what it is for (found once)."""
    found: dict[NamedModel, str] | None = interpreter.frameworks.state.get(CONCRETE)
    if found is None:
        classes = interpreter.classes
        found = interpreter.frameworks.state[CONCRETE] = {
            one: text(classes.lookup(one.top, "_usage")[1]) or ""
            for one in components(interpreter)
            if one.read and CONCRETE in classes.above(one.first)
        }
    return found


def worked_on(call: NativeCall) -> Value:
    """`self.model`: rows of the model that the component works for."""
    above = call.interpreter.classes.mro(call.receiver.cls) if isinstance(call.receiver, Instance) else []
    names = next((said for cls in above if (said := texts_of(call.interpreter, cls, "_apply_on"))), [])
    found = [models(call.interpreter).named(name) for name in names]
    return join(rows(call.evaluator, one) for one in found if one is not None) or UNKNOWN


def by_usage(call: NativeCall) -> Value:
    """`self.component(usage="lock")`: of several that are meant, it depends on the model."""
    usages = strings(call.arguments.get(0, "usage") or UNKNOWN)
    held = _concrete(call.interpreter).items()
    return join(call.atoms.instance(one.top) for one, usage in held if usage in usages) or UNKNOWN


def all_by_usage(call: NativeCall) -> Value:
    """`self.many_components(usage="handler")`."""
    return call.atoms.container("list", by_usage(call))


def by_name(call: NativeCall) -> Value:
    """`self.component_by_name("shop.lock")`."""
    names = strings(call.arguments.get(0, "name") or UNKNOWN)
    held = _concrete(call.interpreter)
    return join(call.atoms.instance(one.top) for one in held if one.name in names) or UNKNOWN


NEEDS: Final = ("odoo",)
NATIVES: Final[dict[str, Handler]] = {
    f"{BASE}.model": worked_on,
    **{
        f"{CORE}.{holder}.{name}": handler
        for holder in ("AbstractComponent", "WorkContext")
        for name, handler in (
            ("component", by_usage),
            ("component_by_name", by_name),
            ("many_components", all_by_usage),
        )
    },
}
