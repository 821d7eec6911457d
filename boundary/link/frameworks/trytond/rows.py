"""What are rows and wizards of Tryton?  Relations are followed when they are read, and stored when they are assigned.

What storing and searching touches is in `trytond/storage.py` and `trytond/search.py`, what is called around it in the
skeleton. `Sale.__queue__.process(sales)` runs the method later, in a transaction of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import NO_ARGUMENTS, Arguments
from boundary.link.domain.asking import known, strings
from boundary.link.domain.joining import join
from boundary.link.domain.values import UNKNOWN, ClassAtom, Instance, Wrapped
from boundary.link.frameworks.entry_functions import register
from boundary.link.frameworks.named_models import classes_in, method, touch
from boundary.link.frameworks.protocol import Hook
from boundary.link.frameworks.records import doubt
from boundary.link.frameworks.trytond.models import MODEL, WIZARD, models, others, target_of
from boundary.link.frameworks.trytond.storage import STORAGE, row, rows, run, set_field, set_value, touch_link
from boundary.link.members import containers
from boundary.link.syntax.kinds import CALL
from boundary.link.syntax.walking import last_name

if TYPE_CHECKING:
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.frameworks.named_models import NamedField, NamedModel
    from boundary.link.frameworks.protocol import Handler, NativeCall


class Rows(Hook):
    """Rows: relations are followed when they are read, and written when they are assigned."""

    base = MODEL

    def construct(self, evaluator: Evaluator, cls: ClassInfo, arguments: Arguments, line: int) -> Value | None:
        """`Model(id)` is a row that is stored, `Model(name="x")` is not yet."""
        model = models(evaluator.interpreter).linked(cls)
        stored = bool(arguments.positional) or "id" in arguments.keywords
        value = evaluator.atoms.instance(model.top if model is not None else cls, stored=stored)
        cls.data["instantiated"] = True
        evaluator.interpreter.objects.construct(evaluator, value, NO_ARGUMENTS, line)
        for atom in value:
            for name, held in arguments.keywords.items():
                if isinstance(atom, Instance) and not self.store(evaluator, atom, name, held, line):
                    evaluator.interpreter.write_attribute(atom, name, held or UNKNOWN)
        return value

    def attribute(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`sale.party`, `sale.lines`, `sale.number`."""
        model = models(evaluator.interpreter).linked(atom.cls)
        if model is None:
            return None
        if name == "id":
            return UNKNOWN
        if name == "get_multivalue":  # what modules put around it chooses among the values, all of one field
            return evaluator.atoms.native("trytond.model.MultiValueMixin.get_multivalue", atom)
        one = model.fields.get(name)
        if one is None:
            return None
        with evaluator.believed(doubt(atom)):
            return self._read(evaluator, atom, model, one, line)

    @staticmethod
    def _read(evaluator: Evaluator, atom: Instance, model: NamedModel, one: NamedField, line: int) -> Value:
        """What a field of a row holds."""
        if atom.stored is not False and one.stored and one.kind in {"plain", "one"}:
            touch(evaluator, model, "read", line)
        if one.kind == "plain":
            return UNKNOWN
        target = target_of(evaluator.interpreter, one)
        if one.kind == "one":
            touch(evaluator, target, "read", line)
            found = row(evaluator, target, guessed=atom.guessed) if target is not None else UNKNOWN
            return join((found, evaluator.atoms.none))
        if one.stored and one.kind == "link":
            touch_link(evaluator, one, "read", line)
        if one.stored:
            touch(evaluator, target, "read", line)
        return rows(evaluator, target, guessed=atom.guessed)

    def class_attribute(self, evaluator: Evaluator, atom: ClassAtom, name: str, line: int) -> Value | None:
        """`Model.__queue__`, `Model._table`, `Model.save(rows)`, `Model.create([{...}])`."""
        del line
        if name == "save":
            owner, _ = evaluator.interpreter.classes.lookup(atom.cls, name)
            return evaluator.atoms.native(f"{STORAGE}.save", atom) if owner is not None and owner.library else None
        if name == "create" and models(evaluator.interpreter).of(atom.cls) is not None:
            return evaluator.atoms.native("trytond.create", atom)
        if name == "__queue__":
            return evaluator.atoms.wrapped("trytond queue", atom.alone)
        if name == "_table":
            model = models(evaluator.interpreter).of(atom.cls)
            return evaluator.atoms.constant(model.table) if model is not None and model.table else None
        return None

    def store(self, evaluator: Evaluator, atom: Instance, name: str, value: Value, line: int) -> bool:
        """`sale.lines = lines`: what is in there is saved with the sale; `sale.shipments = ...` runs a setter."""
        model = models(evaluator.interpreter).linked(atom.cls)
        one = model.fields.get(name) if model is not None else None
        if model is None or one is None:
            return False
        with evaluator.believed(doubt(atom)):
            if one.around == "multi":
                set_value(evaluator, model, one, line)
            elif one.setter:
                set_field(evaluator, model, one, value, line)
            elif one.kind == "link" and one.stored:
                touch_link(evaluator, one, "insert", line)
            elif one.kind == "many" and one.stored:
                self._children(evaluator, one, value, line)
        return True

    def _children(self, evaluator: Evaluator, one: NamedField, value: Value, line: int) -> None:
        """Rows that are assigned to the one that they belong to."""
        target = target_of(evaluator.interpreter, one)
        if target is None or not known(value):
            return
        held = containers.element(evaluator, value)
        stored = {atom.stored for atom in held if isinstance(atom, Instance)}
        if False in stored:
            run(evaluator, target, "create", line, evaluator.atoms.container("list", UNKNOWN))
        if stored - {False}:
            run(evaluator, target, "write", line, rows(evaluator, target), UNKNOWN)


class Wizards(Hook):
    """Wizards: what the client has selected, and the forms of their states."""

    base = WIZARD

    def attribute(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`self.record`, `self.records`, `self.model`, and `self.start` of a `StateView`."""
        del line
        interpreter = evaluator.interpreter
        if name in {"record", "records", "model"}:
            selected = self._selected(evaluator, atom)
            if name == "model":
                return join(evaluator.atoms.class_(one.top) for one in selected) or UNKNOWN
            make = row if name == "record" else rows
            return join(make(evaluator, one, guessed=True) for one in selected) or UNKNOWN
        for owner in interpreter.classes.mro(atom.cls):
            bindings = owner.bindings.get(name, ()) if not owner.library else ()
            value = getattr(bindings[-1].statement, "value", None) if bindings else None
            if type(value) is CALL and last_name(value.function) == "StateView" and value.arguments:
                held = models(interpreter)
                found = strings(interpreter.class_evaluator(owner).evaluate(value.arguments[0]))
                forms = [held.named(one) for one in found]
                return join(evaluator.atoms.instance(one.top, stored=False) for one in forms if one is not None) or None
        return None

    @staticmethod
    def _selected(evaluator: Evaluator, atom: Instance) -> list[NamedModel]:
        """The models that a wizard is about, going by its name: `account.invoice.pay`, `sale.modify_header`.

        `stock.shipment.assign` is about all that are called `stock.shipment.`, as the customers' and the suppliers'.
        """
        held, wizard = models(evaluator.interpreter), others(evaluator.interpreter, "wizard").of(atom.cls)
        parts = wizard.name.split(".") if wizard is not None else []
        names = [".".join(parts[:count]) for count in range(len(parts) - 1, 0, -1)]
        for name in names:
            one = held.known(name)
            if one is not None and one.table:
                return [one]
            kinds = [one for one in held if one.table and "." in name and one.name.startswith(f"{name}.")]
            if kinds:
                return kinds
        one = held.known(f"{parts[0]}.{parts[0]}") if parts else None
        return [one] if one is not None and one.table else []


# --- what is done later ---------------------------------------------------------------------------------------


def wrapped_attribute(evaluator: Evaluator, atom: Wrapped, name: str, line: int) -> Value | None:
    """`Sale.__queue__.process`: to be called later."""
    del line
    return evaluator.atoms.native("trytond.queued", (atom.inner, name)) if atom.kind == "trytond queue" else None


def queued(call: NativeCall) -> Value:
    """`Sale.__queue__.process(sales)`: a task is stored, and the method runs in a transaction of its own."""
    classes, name = call.receiver
    touch(call.evaluator, models(call.interpreter).known("ir.queue"), "insert", call.line)
    for atom in classes:
        for cls in classes_in(atom):
            function = method(call.evaluator, cls, name, call.line)
            call.interpreter.calls.deferred(call.evaluator, function, call.arguments, call.line)
            register(call.interpreter, "rpc", "", function)
    return UNKNOWN


NEEDS: Final = ("trytond",)
HOOKS: Final = (Rows(), Wizards())
NATIVES: Final[dict[str, Handler]] = {"trytond.queued": queued}
