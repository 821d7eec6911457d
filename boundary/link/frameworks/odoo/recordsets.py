"""What are environments and recordsets of Odoo?  Models by name, rows that are gone through, fields that are assigned.

A recordset of a model that is not read has fields of which nothing is known: one that is called as other models call
theirs leads perhaps to the same model (`partner_id`), its lines to the model of lines. `record.with_delay().method()`
runs later, in a transaction of its own. What `self` is in a method for forms (`@api.onchange`) is not stored, nor is
what a method computes for another field.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import Arguments
from boundary.link.domain.asking import strings, truth
from boundary.link.domain.joining import join
from boundary.link.domain.values import BOTTOM, UNKNOWN, Instance, Wrapped
from boundary.link.frameworks.entry_functions import register
from boundary.link.frameworks.named_models import touch
from boundary.link.frameworks.odoo.core import COMMON, field_of
from boundary.link.frameworks.odoo.core_methods import known_method
from boundary.link.frameworks.odoo.missing import note_missing
from boundary.link.frameworks.odoo.models import BASE, models
from boundary.link.frameworks.odoo.storage import changed, commanded, followed, rows, run, touch_link
from boundary.link.frameworks.protocol import Hook, NativeCall
from boundary.link.frameworks.python.reflection import set_attribute
from boundary.link.frameworks.records import doubt
from boundary.link.members import containers

if TYPE_CHECKING:
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.named_models import NamedField, NamedModel
    from boundary.link.frameworks.protocol import Handler

ENVIRONMENT: Final = "odoo.api.Environment"
FORMS: Final = ("_onchange", "onchange")
COMPUTING: Final = ("_compute", "_inverse", "_search")
NAMES: Final = "odoo names of fields"
METHODS: Final = ("_", "action_", "button_")
"""How names begin that are no field's."""


class Recordsets(Hook):
    """Rows of a model: gone through, followed, assigned to."""

    base = BASE

    def iterate(self, evaluator: Evaluator, atom: Instance, line: int) -> Value | None:
        """`for order in orders`, `orders[0]`, `orders[:1]`."""
        del evaluator, line
        return atom.alone

    def attribute(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`order.partner_id`, `order.order_line`, `order.name`, `order._name`."""
        model = models(evaluator.interpreter).linked(atom.cls)
        if model is None:
            return None
        if name in {"create", "write"}:
            return evaluator.atoms.native(f"odoo.{name}", atom)
        if name == "_name":
            return evaluator.atoms.constant(model.name)
        if name == "_table":
            return evaluator.atoms.constant(model.table or "")
        if name in {"id", "ids"}:
            return UNKNOWN
        one = field_of(model, name)
        if one is None:
            return None
        with evaluator.believed(doubt(atom)):
            return _read(evaluator, atom, model, one, line)

    def missing(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """A field or a method that only a model has which is not read."""
        model = models(evaluator.interpreter).of(atom.cls)
        if model is None or name.startswith("__"):
            return None
        if not model.read and known_method(model.name, name):
            return evaluator.atoms.native("odoo.core", (model.name, name))
        if name.startswith(METHODS):
            return evaluator.atoms.native("odoo.unread", (model.name, name)) if not model.read else None
        lines = models(evaluator.interpreter).known(f"{model.name}.line") if "line" in name else None
        target = lines or _called(evaluator.interpreter, name)
        if target is None:
            note_missing(evaluator, model, name)
            return None
        touch(evaluator, target, "read", line, confidence="guessed")
        return rows(evaluator, target, guessed=True)

    def store(self, evaluator: Evaluator, atom: Instance, name: str, value: Value, line: int) -> bool:
        """`order.note = "x"`: written at once, as `write` of the model has it."""
        model = models(evaluator.interpreter).linked(atom.cls)
        function = evaluator.context.function
        if model is None or atom.stored is False or name.startswith("_") or function is None:
            return False
        if function.name.startswith(FORMS):
            return True
        one = field_of(model, name)
        if one is not None and not one.stored and one.related:
            _write_related(evaluator, model, one, line)
            return True
        if one is not None and not one.stored and not one.setter:
            return True
        with evaluator.believed(doubt(atom)):
            if one is not None and one.setter and not one.stored:
                run(evaluator, model, one.setter, line)
            elif function.name.startswith(COMPUTING):
                touch(evaluator, model, "update", line)
            else:
                if one is not None and one.kind in {"many", "link"}:
                    commanded(evaluator, model, one, value, line)
                    if one.kind == "link":
                        touch_link(evaluator, model, one, "delete" if truth(value) is False else "insert", line)
                values = containers.make_dict(evaluator, [(evaluator.atoms.constant(name), UNKNOWN)])
                changed(evaluator, model, values, line)
                run(evaluator, model, "write", line, values)
        return True


def _write_related(evaluator: Evaluator, model: NamedModel, one: NamedField, line: int) -> None:
    """`partner_name = fields.Char(related="partner_id.name", readonly=False)`: the other row is written."""
    path, _, name = one.related.rpartition(".")
    target = followed(evaluator, model, path, line) if path else None
    if target is not None:
        values = containers.make_dict(evaluator, [(evaluator.atoms.constant(name), UNKNOWN)])
        changed(evaluator, target, values, line)
        run(evaluator, target, "write", line, values)


def _read(evaluator: Evaluator, atom: Instance, model: NamedModel, one: NamedField, line: int) -> Value:
    """What a field of a row holds."""
    if one.stored and atom.stored is not False:
        touch(evaluator, model, "read", line)
    if one.kind == "plain" or not one.target:
        return UNKNOWN
    target = models(evaluator.interpreter).named(one.target)
    if target is None:
        return UNKNOWN
    if one.kind == "link":
        touch_link(evaluator, model, one, "read", line)
    touch(evaluator, target, "read", line)
    return rows(evaluator, target, guessed=atom.guessed)


def _called(interpreter: Interpreter, name: str) -> NamedModel | None:
    """The model to which all fields of a name lead, wherever they stand."""
    index: dict[str, str] | None = interpreter.frameworks.state.get(NAMES)
    held = models(interpreter)
    if index is None:
        held.link()
        index = interpreter.frameworks.state[NAMES] = {}
        for model in list(held):
            for one in model.fields.values():
                if one.target:
                    index[one.name] = one.target if index.get(one.name, one.target) == one.target else ""
    target = index.get(name) or (COMMON.get(name) if name not in index else None)
    return held.named(target) if target else None


def by_name(call: NativeCall) -> Value:
    """`self.env["sale.order"]`."""
    found = [models(call.interpreter).named(name) for name in strings(call.first)]
    return join(rows(call.evaluator, one) for one in found if one is not None) or UNKNOWN


def set_item(call: NativeCall) -> Value:
    """`order["note"] = "x"`, as an attribute; the name may not be known."""
    _set(call, call.arguments.get(0, "key") or UNKNOWN, call.arguments.get(1, "value") or UNKNOWN)
    return call.atoms.none


def updated(call: NativeCall) -> Value:
    """`order.update({"note": "x"})`: each value is assigned."""
    pairs = containers.pairs(call.first)
    for name, value in pairs.items() if pairs is not None else ():
        _set(call, call.atoms.constant(name), value)
    if not pairs:
        _set(call, UNKNOWN, UNKNOWN)
    return call.atoms.none


def _set(call: NativeCall, name: Value, value: Value) -> None:
    if isinstance(call.receiver, Instance):
        given = Arguments((call.receiver.alone, name, value))
        set_attribute(NativeCall(call.evaluator, "builtins.setattr", None, given, call.line))


def unread(call: NativeCall) -> Value:
    """`order._action_cancel()` of a model that is not read: it may write anything."""
    model, name = call.receiver
    call.evaluator.blind(call.line, f"call of {name} of {model}, which is not read")
    return UNKNOWN


# --- what is done later ---------------------------------------------------------------------------------------


def delayed(call: NativeCall) -> Value:
    """`record.with_delay()`."""
    receiver = call.receiver
    return call.atoms.wrapped("odoo delayed", receiver.alone if isinstance(receiver, Instance) else BOTTOM)


def wrapped_attribute(evaluator: Evaluator, atom: Wrapped, name: str, line: int) -> Value | None:
    """`record.with_delay().method`."""
    del line
    return evaluator.atoms.native("odoo.delayed", (atom.inner, name)) if atom.kind == "odoo delayed" else None


def later(call: NativeCall) -> Value:
    """`record.with_delay().method()`: a job is stored, and the method runs in a transaction of its own."""
    receivers, name = call.receiver
    held = models(call.interpreter)
    touch(call.evaluator, held.named("queue.job"), "insert", call.line)
    for atom in receivers:
        if isinstance(atom, Instance):
            function = call.interpreter.attributes.get(call.evaluator, atom.alone, name, call.line)
            call.interpreter.calls.deferred(call.evaluator, function, call.arguments, call.line)
            register(call.interpreter, "rpc", "", function)
    return UNKNOWN


NEEDS: Final = ("odoo",)
HOOKS: Final = (Recordsets(),)
NATIVES: Final[dict[str, Handler]] = {
    f"{ENVIRONMENT}.__getitem__": by_name,
    f"{BASE}.__setitem__": set_item,
    f"{BASE}.update": updated,
    f"{BASE}.with_delay": delayed,
    f"{BASE}.delayable": delayed,
    "odoo.delayed": later,
    "odoo.unread": unread,
}
